import {
  addNote,
  agentSend,
  assignConversation,
  cardRef,
  conversationRef,
  markDelivered,
  markRead,
  proposeCard,
  requestIdentity,
  setDuty,
  typing,
  watchConversation,
} from '@countersign/contracts';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import { ProposingService } from '../cards/index.js';
import { Events } from '../common/events.js';
import {
  AnsweringService,
  AssignmentService,
  DeskService,
  NotesService,
  RequestsService,
  SigningOutService,
} from '../conversations/index.js';
import { DutyService } from '../duty/index.js';
import { Following } from '../telemetry/index.js';
import { AgentSocketDoor } from './agent.door.js';
import { Answers } from './answers.js';
import { Audience } from './audience.js';
import { CardDeliveries } from './card-deliveries.js';
import { DutyDeliveries } from './duty-deliveries.js';
import { MessageDeliveries } from './message-deliveries.js';
import { NoteDeliveries } from './note-deliveries.js';
import { QuickEvents } from './quick-events.js';
import { type AgentNamespace, type AgentSocket, agentRoom, conversationRoom } from './sockets.js';

/** What an agent's workspace may ask. */
@WebSocketGateway({ namespace: '/agent' })
export class AgentGateway implements OnGatewayInit<AgentNamespace>, OnGatewayConnection<AgentSocket> {
  constructor(
    private readonly door: AgentSocketDoor,
    private readonly answers: Answers,
    private readonly audience: Audience,
    private readonly events: Events,
    private readonly deliveries: MessageDeliveries,
    private readonly duty: DutyService,
    private readonly onDuty: DutyDeliveries,
    private readonly desk: DeskService,
    private readonly answering: AnsweringService,
    private readonly assignment: AssignmentService,
    private readonly notes: NotesService,
    private readonly noteDeliveries: NoteDeliveries,
    private readonly signingOut: SigningOutService,
    private readonly requests: RequestsService,
    private readonly proposing: ProposingService,
    private readonly cardDeliveries: CardDeliveries,
    private readonly following: Following,
    private readonly quick: QuickEvents,
  ) {}

  afterInit(agents: AgentNamespace): void {
    this.audience.open({ agents });
    this.quick.on<AgentSocket>(agents, 'message:send', (socket, input) => this.send(socket, input));
    agents.use((socket, next) => {
      this.door.admit(socket).then(
        () => next(),
        (error: unknown) => next(this.answers.refusal(error)),
      );
    });
  }

  handleConnection(socket: AgentSocket): void {
    this.onDuty.welcomeAgent(socket);
    this.noteDeliveries.welcome(socket);
  }

  @SubscribeMessage('duty:set')
  setDuty(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'duty:set', setDuty, input, async ({ brandId, agentId }, { on }) => {
      await this.duty.set(brandId, agentId, on);
      return null;
    });
  }

  @SubscribeMessage('conversation:watch')
  watch(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(
      socket,
      'conversation:watch',
      watchConversation,
      input,
      async (agent, { conversation, after }) => {
        await this.desk.find(agent, conversation);
        // In the room first: what is stored from here on arrives by itself, what was stored before is in the answer.
        await socket.join(conversationRoom(agent.brandId, conversation));
        const detail = await this.desk.detail(agent, conversation, after);
        this.deliveries.begin(agent.brandId, detail.conversation, socket);
        if (after > 0) await this.cardDeliveries.catchUp(socket, agent.brandId, conversation);
        return detail;
      },
    );
  }

  @SubscribeMessage('conversation:unwatch')
  unwatch(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(
      socket,
      'conversation:unwatch',
      conversationRef,
      input,
      async ({ brandId }, { conversation }) => {
        await socket.leave(conversationRoom(brandId, conversation));
        return null;
      },
    );
  }

  @SubscribeMessage('conversation:take')
  take(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'conversation:take', conversationRef, input, (agent, { conversation }) =>
      this.answering.take(agent, conversation),
    );
  }

  @SubscribeMessage('conversation:assign')
  assign(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'conversation:assign', assignConversation, input, (agent, wanted) =>
      this.assignment.assign(agent, wanted),
    );
  }

  @SubscribeMessage('note:add')
  note(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'note:add', addNote, input, (agent, note) => this.notes.add(agent, note));
  }

  @SubscribeMessage('conversation:end')
  end(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'conversation:end', conversationRef, input, (agent, { conversation }) =>
      this.answering.end(agent, conversation),
    );
  }

  @SubscribeMessage('consumer:sign-out')
  signOut(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'consumer:sign-out', conversationRef, input, (agent, { conversation }) =>
      this.signingOut.signOut(agent, conversation),
    );
  }

  @SubscribeMessage('identity:request')
  request(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'identity:request', requestIdentity, input, (agent, wanted) =>
      this.requests.ask(agent, wanted),
    );
  }

  @SubscribeMessage('card:propose')
  propose(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'card:propose', proposeCard, input, (agent, wanted) =>
      this.proposing.propose(agent, wanted),
    );
  }

  @SubscribeMessage('card:withdraw')
  withdraw(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'card:withdraw', cardRef, input, (agent, { card }) =>
      this.proposing.withdraw(agent, card),
    );
  }

  private send(socket: AgentSocket, input: unknown) {
    return this.following.received('agent', socket.data.sessionId, input, () =>
      this.door.answer(
        socket,
        'message:send',
        agentSend,
        input,
        (agent, message) => this.answering.send(agent, message),
        (message) => this.answering.sendPlainly(socket.data, message, socket.id),
      ),
    );
  }

  @SubscribeMessage('message:delivered')
  delivered(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'message:delivered', markDelivered, input, (agent, mark) =>
      this.desk.delivered(agent, mark),
    );
  }

  @SubscribeMessage('message:read')
  read(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(
      socket,
      'message:read',
      markRead,
      input,
      async (agent, { conversation, number }) => {
        await this.desk.markRead(agent, conversation, number);
        await this.notes.see(agent, conversation);
        this.following.shown({ conversation, number });
        const summary = await this.desk.summary(agent, await this.desk.find(agent, conversation));
        this.audience.agents.local.to(agentRoom(agent.agentId)).emit('queue:changed', summary);
        return null;
      },
    );
  }

  @SubscribeMessage('typing')
  typing(@ConnectedSocket() socket: AgentSocket, @MessageBody() input: unknown) {
    return this.door.answer(socket, 'typing', typing, input, async (agent, { conversation, on }) => {
      await this.answering.answers(agent, conversation);
      const { brandId, agentId, name: by } = agent;
      this.events.emit('typing.changed', { brandId, conversationId: conversation, on, agentId, by });
      return null;
    });
  }
}
