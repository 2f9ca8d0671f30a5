/** The demo's brands and who answers for them. Elsewhere an agent types the brand's name. */
export const demoBrands = [
  {
    slug: 'larkspur',
    name: 'Larkspur Mobile',
    accent: '#5a3fc0',
    agents: [
      { name: 'Noor', email: 'noor@larkspur.example', role: 'lead' },
      { name: 'Theo', email: 'theo@larkspur.example', role: 'agent' },
      { name: 'Ravi', email: 'ravi@larkspur.example', role: 'developer' },
    ],
  },
  {
    slug: 'juniper',
    name: 'Juniper Bank',
    accent: '#1f5a46',
    agents: [{ name: 'Mei', email: 'mei@juniper.example', role: 'lead' }],
  },
] as const;
