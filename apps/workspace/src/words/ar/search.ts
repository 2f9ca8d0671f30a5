import type { Words } from '../en';
import type { Arabic } from './plural';

export const search = ({ count, name }: Arabic): Words['search'] => ({
  title: 'بحث',
  field: 'كلمات كتبها أحدهم، أو اسم عميل',
  hint: 'ما كُتب في محادثات لديك أو كانت لديك، الأحدث أولًا. تكفي بداية الكلمة.',
  hintForLeads: 'ما كُتب في كل محادثات العلامة، الأحدث أولًا. تكفي بداية الكلمة. يُسجَّل أنك بحثت.',
  none: 'لم يكتب أحد هذه الكلمات.',
  said: 'ما كُتب',
  people: 'عملاء في القائمة',
  more: 'هناك ما هو أقدم. كلمة أخرى تضيّق البحث.',
  count: (some) =>
    count(some, {
      zero: 'لا سطور',
      one: 'سطر واحد',
      two: 'سطران',
      few: '# سطور',
      many: '# سطرًا',
      other: '# سطر',
    }),
  saidBy: (agent) => `كتبها ${name(agent)}`,
  ended: 'منتهية',
});
