/** Who appears in the demo. The stand-in knows them; a hint signs them in without typing. */
export const cast = {
  customer: { name: 'Ada Osei', hint: 'ada.osei@gmail.com' },
  agent: { name: 'Noor', hint: 'noor@larkspur.example' },
} as const;

/** Somebody else's details, for the page that claims to be somebody else. */
export const victim = {
  name: 'Bram Okafor ✔ Verified by Larkspur',
  email: 'bram.okafor@example.org',
  account_number: 'LK-7310-4482',
} as const;
