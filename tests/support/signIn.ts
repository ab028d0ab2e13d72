/** Signs in through the API, as the page does. Gives the session cookie of later requests; throws when refused. */
export async function signIn(
  url: string,
  account: { readonly name: string; readonly password: string },
): Promise<string> {
  const answer = await fetch(`${url}/api/trpc/auth.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(account),
  });
  if (!answer.ok) throw new Error(`sign-in as ${account.name} answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
}
