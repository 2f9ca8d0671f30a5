/** The floor: a socket.io server that stores a message by one INSERT and tells the room. A process of its own. */

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { bare } from '../env.js';

const pool = new pg.Pool({ connectionString: bare.databaseUrl, max: bare.pool });
const server = createServer();
const io = new Server(server, { transports: ['websocket'], serveClient: false });

type Sent = { readonly clientId: string; readonly room: string; readonly text: string };

const INSERT = {
  name: 'insert',
  text: 'INSERT INTO bare_message (id, room, client_id, text, at) VALUES ($1, $2, $3, $4, $5)',
};

io.on('connection', (socket) => {
  socket.on('join', (rooms: string[], answer: (reply: object) => void) => {
    void socket.join(rooms);
    answer({ ok: true });
  });
  socket.on('message:send', async ({ clientId, room, text }: Sent, answer: (reply: object) => void) => {
    const message = { id: randomUUID(), room, clientId, text, at: new Date() };
    await pool.query({ ...INSERT, values: [message.id, room, clientId, text, message.at] });
    socket.to(room).emit('message:new', message);
    answer({ ok: true, value: message });
  });
});
server.listen(bare.port, '127.0.0.1', () => process.stdout.write('the bare server is ready\n'));
