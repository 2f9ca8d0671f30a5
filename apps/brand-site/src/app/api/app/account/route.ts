import { customerOfApp } from '../../../../mobile/app-session';

/** What the app shows its user: the plan, the bill that is open and those before. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const customer = await customerOfApp(token);
  if (!customer) return Response.json({ error: 'not_signed_in' }, { status: 401, headers });
  const { name, subject, accountNumber, package: plan, billing } = customer;
  return Response.json(
    {
      name: name ?? null,
      subject,
      accountNumber,
      plan,
      billing: { ...billing, bills: billing.bills.slice(0, 6) },
    },
    { headers },
  );
}
