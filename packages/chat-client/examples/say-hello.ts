import { createChat, type ProofRequest } from '@countersign/chat-client';
import type { Proof } from '@countersign/contracts';

type Shop = { apiUrl: string; brand: string; connections: string[] };
type SignedIn = { appToken: string; subject: string; name: string };

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function read<Answer>(asked: Promise<Response>): Promise<Answer> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  return (await answer.json()) as Answer;
}

/** Signs in at the shop as its app does, and says one thing in its chat. Answers what stands in the conversation then. */
export async function sayHello(shop: string, person: string, text: string): Promise<readonly string[]> {
  const { apiUrl, brand, connections } = await read<Shop>(fetch(`${shop}/api/app/config`));
  const { appToken, subject } = await read<SignedIn>(post(`${shop}/api/app/sign-in`, { person }));
  const chat = createChat({
    apiUrl,
    brand,
    connection: connections[0] ?? '',
    person: subject,
    // The shop's own backend answers for whoever its session is of: a code, or a JWT.
    proof: ({ signal, ...attempt }: ProofRequest) =>
      read<Proof>(post(`${shop}/api/app/chat-proof`, attempt, { authorization: `Bearer ${appToken}` })),
  });
  try {
    await chat.start();
    const { phase, refusal } = chat.state.identity;
    if (phase !== 'open') throw new Error(`The chat did not open: ${phase}, ${refusal?.reason ?? 'nobody'}`);
    chat.send(text);
    return await new Promise<readonly string[]>((resolve, reject) => {
      chat.subscribe(({ chat: { unsent, messages } }) => {
        const [first] = unsent;
        if (first?.state === 'failed') reject(new Error(`Not sent: ${first.why}`));
        if (!first && messages.some((message) => message.text === text))
          resolve(messages.map((message) => message.text).filter(Boolean));
      });
    });
  } finally {
    await chat.signOut();
    chat.dispose();
  }
}
