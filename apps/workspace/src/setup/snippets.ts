import type { ConsoleConnection } from '@countersign/contracts';

/** What a snippet is filled in with. */
export type Values = {
  readonly apiUrl: string;
  readonly brand: string;
  readonly connection: string;
  readonly flow: ConsoleConnection['flow'];
  /** The chat opens in a window of its own, and there the customer signs in. */
  readonly window: boolean;
  readonly issuer: string;
  readonly audience: string;
};
export type Snippet = {
  readonly id: 'html' | 'react' | 'next' | 'vue' | 'native' | 'backend';
  readonly file: string;
  readonly language: 'html' | 'tsx' | 'ts' | 'vue';
  readonly code: string;
};

/** What each snippet but the backend's is for, by its own name. */
export const builtFor = {
  html: 'HTML',
  react: 'React',
  next: 'Next.js',
  vue: 'Vue',
  native: 'React Native',
} as const satisfies Partial<Record<Snippet['id'], string>>;

const windowAddress = ({ apiUrl, brand, connection }: Values) =>
  `${apiUrl}/window/${brand}?connection=${connection}`;

const method = `  window.getChatProof = async ({ signal, ...attempt }) => {
    const answer = await fetch('/api/chat-proof', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(attempt),
      signal,
    });
    if (answer.status === 401) return null;
    if (!answer.ok) throw new Error('no proof');
    return answer.json();
  };`;

const html = (values: Values): string => {
  const { apiUrl, brand, connection } = values;
  const tag = `<script src="${apiUrl}/widget.js" async></script>
<countersign-chat brand="${brand}" connection="${connection}"${values.window ? '' : ' signed-in-as=""'}></countersign-chat>`;
  return values.window
    ? `${tag}
<a href="${windowAddress(values)}" target="_blank" rel="noopener">Chat with us, signed in</a>
`
    : `${tag}
<script>
${method}
</script>
`;
};

const props = ({ brand, connection }: Values) => `brand="${brand}" connection="${connection}"`;

const react = (values: Values): string => `import { useEffect } from 'react';
import { getProofFromBackend } from '@countersign/brand-kit/page';

export function Chat({ customer }: { customer: string | null }) {
  useEffect(() => {
    Object.assign(window, { getChatProof: getProofFromBackend('/api/chat-proof') });
    const script = document.createElement('script');
    script.src = '${values.apiUrl}/widget.js';
    document.head.append(script);
  }, []);
  return <countersign-chat ${props(values)} signed-in-as={customer ?? ''} />;
}
`;

const next = (values: Values): string => `'use client';

import Script from 'next/script';
import { getProofFromBackend } from '@countersign/brand-kit/page';

export function Chat({ customer }: { customer: string | null }) {
  return (
    <>
      <Script
        src="${values.apiUrl}/widget.js"
        onReady={() => Object.assign(window, { getChatProof: getProofFromBackend('/api/chat-proof') })}
      />
      <countersign-chat ${props(values)} signed-in-as={customer ?? ''} />
    </>
  );
}
`;

const vue = (values: Values): string => `<script setup lang="ts">
import { onMounted } from 'vue';
import { getProofFromBackend } from '@countersign/brand-kit/page';

defineProps<{ customer: string | null }>();
onMounted(() => {
  Object.assign(window, { getChatProof: getProofFromBackend('/api/chat-proof') });
  const script = document.createElement('script');
  script.src = '${values.apiUrl}/widget.js';
  document.head.append(script);
});
</script>

<template>
  <countersign-chat ${props(values)} :signed-in-as="customer ?? ''" />
</template>
`;

const native = ({
  apiUrl,
  brand,
  connection,
}: Values): string => `import { createChat } from '@countersign/chat-client';
import { backend } from './backend';
import { keyStore, platform, storage } from './device';

export const startChat = (person: string) => {
  const chat = createChat({
    apiUrl: '${apiUrl}',
    brand: '${brand}',
    connection: '${connection}',
    person,
    platform,
    keyStore,
    storage,
    proof: ({ signal, ...attempt }) => backend.chatProof(attempt, signal),
  });
  void chat.start();
  return chat;
};
`;

const envelope = ({
  issuer,
  audience,
}: Values): string => `import { createEnvelopeMinter, proofHandler } from '@countersign/brand-kit';
import { customerOf } from './session';
import { settings } from './settings';

const minter = createEnvelopeMinter({
  issuer: '${issuer}',
  audience: '${audience}',
  keyId: settings.chatKeyId,
  privateKey: settings.chatPrivateKey,
});

// POST /api/chat-proof
export const POST = proofHandler({
  customerOf,
  proofFor: async ({ id, name }, { nonce }) => ({
    idToken: await minter.mint({ subject: id, nonce, claims: { name } }),
  }),
  onFailure: (error) => console.error(error),
});
`;

const code = ({
  issuer,
}: Values): string => `import { createBackChannelCodeSource, proofHandler } from '@countersign/brand-kit';
import { customerOf } from './session';
import { settings } from './settings';

// A code for whoever is in session, asked of ${issuer} over the back channel.
const codes = createBackChannelCodeSource({
  endpoint: settings.codeEndpoint,
  clientId: settings.clientId,
  clientSecret: settings.clientSecret,
});

// POST /api/chat-proof
export const POST = proofHandler({
  customerOf,
  proofFor: ({ id }, attempt) => codes.codeFor(id, attempt),
  onFailure: (error) => console.error(error),
});
`;

/** What goes on a brand's pages and into its backend, filled in with its values. */
export function snippets(values: Values): readonly Snippet[] {
  const backend: Snippet = {
    id: 'backend',

    file: 'chat-proof.ts',
    language: 'ts',
    code: values.flow === 'implicit' ? envelope(values) : code(values),
  };
  return [
    { id: 'html', file: 'index.html', language: 'html', code: html(values) },
    { id: 'react', file: 'chat.tsx', language: 'tsx', code: react(values) },
    { id: 'next', file: 'chat.tsx', language: 'tsx', code: next(values) },
    { id: 'vue', file: 'Chat.vue', language: 'vue', code: vue(values) },
    { id: 'native', file: 'chat.ts', language: 'ts', code: native(values) },
    ...(values.window ? [] : [backend]),
  ];
}
