/** Who appears in the demo. The stand-in knows them; a hint signs them in without typing. */
export const cast = {
  customer: { name: 'Ada Osei', hint: 'ada.osei@gmail.com' },
  /** Customers with a Larkspur ID, which the app signs in with. */
  app: [
    { name: 'Ada Osei', person: 'ada.osei@gmail.com', note: 'one bill open' },
    { name: 'Chi Nguyen', person: 'chi.nguyen.82@gmail.com', note: 'everything is paid' },
    {
      name: 'Ben Whitlock',
      person: 'ben.whitlock@mailbox.example',
      note: 'the e-mail address was never confirmed',
    },
    { name: 'Dia Raman', person: 'dia@ramanstudio.example', note: 'with a Workspace account' },
    {
      name: 'Αικατερίνη-Παναγιώτα Παπακωνσταντίνου-Χατζηδημητρίου',
      person: 'k.papakonstantinou@gmail.com',
      note: 'a long name',
    },
    { name: 'Ada Osei', person: 'ada.osei.1987@gmail.com', note: 'another customer of that name' },
  ],
  agent: { name: 'Noor Haddad', hint: 'noor@larkspur.example' },
  developer: { name: 'Ravi', hint: 'ravi@larkspur.example' },
} as const;

/** Somebody else's details, for the page that claims to be somebody else. */
export const victim = {
  name: 'Ben Whitlock ✔ Verified by Larkspur',
  email: 'ben.whitlock@mailbox.example',
  account_number: 'LK-4517-2206',
} as const;
