const rates = [
  ['Current account', 'No monthly fee', '0.50 %'],
  ['Savings, at call', 'Take it out any day', '2.90 %'],
  ['Savings, one year', 'From £500', '4.10 %'],
] as const;

export function Rates() {
  return (
    <section aria-labelledby="rates" className="mt-16">
      <h2 id="rates" className="text-[30px]">
        What your money earns
      </h2>
      <table className="mt-5 w-full text-left">
        <thead className="sr-only">
          <tr>
            <th>Account</th>
            <th>Terms</th>
            <th>Interest a year</th>
          </tr>
        </thead>
        <tbody>
          {rates.map(([name, terms, rate]) => (
            <tr key={name} className="border-t border-edge last:border-b">
              <th scope="row" className="py-4 pr-4 font-normal">
                {name}
                <span className="block text-[16px] text-soft sm:hidden">{terms}</span>
              </th>
              <td className="hidden py-4 pr-4 text-soft sm:table-cell">{terms}</td>
              <td className="py-4 text-right text-[22px] text-brass">{rate}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
