import type { login as zh } from "../zh/login.ts";

export const login: typeof zh = {
  title: "Sign in to Guanlan",
  lead: "See the economy clearly: monitoring, forecasting, early warning",
  name: "User name",
  password: "Password",
  show: "Show password",
  signIn: "Sign in",
  signingIn: "Signing in",
  firstTime: "First time here?",
  firstHint:
    "At its first start the product made an administrator and one account for each role (admin, leader, analyst, modeler, steward). Their random passwords were printed in the start-up window and are kept in first-accounts.txt in the data folder, readable by its owner only. Change your password after signing in and delete the file.",
  failed: "Could not sign in",
};
