export { AnsweringCardsService } from './answering-cards.service.js';
export { CardsModule } from './cards.module.js';
export { ProposingService } from './proposing.service.js';
