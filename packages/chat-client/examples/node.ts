// Against the demo, while `npm start` runs: node packages/chat-client/examples/node.ts [shop] [person] [text]
import { sayHello } from './say-hello.ts';

declare const process: { readonly argv: readonly string[] };

const [, , shop = 'http://localhost:4200', person = 'ada.osei@gmail.com', text = 'Hello from Node'] =
  process.argv;
for (const said of await sayHello(shop, person, text)) console.log(said);
