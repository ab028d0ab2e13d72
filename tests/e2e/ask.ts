import type { APIResponse, BrowserContext } from "playwright-core";

/** What a page is held against: the answer of the same procedure to the same person, asked beside the page. */
export async function ask<View>(
  browser: BrowserContext,
  url: string,
  procedure: string,
  input: object = {},
): Promise<View> {
  const answer = await request(browser, url, procedure, input);
  if (!answer.ok()) throw new Error(`${procedure} answered ${answer.status()}: ${await answer.text()}`);
  return ((await answer.json()) as { result: { data: View } }).result.data;
}

/** The same, when the answer is a refusal: its HTTP status and what it says. */
export async function refusal(
  browser: BrowserContext,
  url: string,
  procedure: string,
  input: object = {},
): Promise<{ status: number; code: unknown; text: string }> {
  const answer = await request(browser, url, procedure, input);
  const text = await answer.text();
  const { error } = JSON.parse(text) as { error?: { data?: { appCode?: unknown } } };
  return { status: answer.status(), code: error?.data?.appCode ?? null, text };
}

function request(
  browser: BrowserContext,
  url: string,
  procedure: string,
  input: object,
): Promise<APIResponse> {
  return browser.request.get(`${url}/api/trpc/${procedure}`, { params: { input: JSON.stringify(input) } });
}
