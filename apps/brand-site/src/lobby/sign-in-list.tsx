const people = [
  ['Ada Osei', 'Customer of Larkspur, with Google or with a Larkspur ID'],
  ['Noor, Theo, Ravi', 'Agents of Larkspur; Ravi develops for it'],
  ['Mei', 'Agent of Juniper Bank; sees nothing of Larkspur'],
  ['Anybody else', 'No agent was invited by that name, so the door stays shut'],
] as const;

export function SignInList() {
  return (
    <section aria-labelledby="cast">
      <h2 id="cast" className="text-base">
        Who to sign in as
      </h2>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {people.map(([name, role]) => (
          <div key={name} className="contents">
            <dt className="font-medium">{name}</dt>
            <dd className="text-quiet">{role}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
