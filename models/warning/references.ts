import type { Citation } from "../forecast/contract.ts";

/** Where a rule's form comes from; its steps are the product's own, argued in the rationale. */
export const LEVEL_REFERENCE: Citation = {
  text: "毕大川、刘树成《经济周期与预警系统》，科学出版社，1990",
  where: "单指标预警与警限",
};

export const SCOREBOARD_REFERENCE: Citation = {
  text: "European Commission, The Macroeconomic Imbalance Procedure: Rationale, Process, Application. A Compendium, Institutional Paper 039, 2016",
  where: "scoreboard thresholds",
};

export const SIGNALS_REFERENCE: Citation = {
  text: "Kaminsky, Lizondo and Reinhart, Leading Indicators of Currency Crises, IMF Staff Papers 45(1), 1998",
  where: "signals approach",
};

export const GOAL_REFERENCE: Citation = {
  text: "国务院《政府工作报告》，历年",
  where: "年度主要预期目标",
};
