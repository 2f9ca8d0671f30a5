import type { Words } from '../en';
import { type Arabic, characterForms } from './plural';

export function together({ count, number, name }: Arabic): Words['together'] {
  const characters = (some: number) => count(some, characterForms);
  return {
    modes: 'ماذا تكتب',
    answer: 'رد',
    note: 'ملاحظة',
    internal: 'ملاحظة داخلية',
    onlyAgents: 'يراها الموظفون فقط',
    writeNote: 'اكتب ملاحظة لزملائك، و@ لذكر أحدهم',
    noteHint: 'لا يرى العملاء الملاحظات أبدًا. بكتابة @ تذكر زميلًا فيُخبَر.',
    noteTooLong: (over) => `زيادة ${characters(over)}: تتسع الملاحظة إلى ${number(4_000)}.`,
    addNote: 'أضف ملاحظة',
    notAdded: (why) => `لم تُضَف. ${why}`,
    gaveTo: (by, to) => `أعطى ${name(by)} المحادثة إلى ${name(to)}`,
    returnedBy: (by) => `أعاد ${name(by)} المحادثة إلى قائمة الانتظار`,
    leftBehind: 'أُزيل الموظف الذي كان يتولاها. عادت المحادثة إلى قائمة الانتظار',
    suggestions: (some) =>
      count(some, {
        zero: 'لا اقتراحات',
        one: 'اقتراح واحد',
        two: 'اقتراحان',
        few: '# اقتراحات',
        many: '# اقتراحًا',
        other: '# اقتراح',
      }),
    assign: 'إسناد',
    assignTitle: 'من يتولاها من الآن؟',
    assignTo: 'أعطِ المحادثة إلى',
    assignNote: 'ملاحظة لمن يتولاها (يراها الموظفون فقط)',
    toQueue: 'إلى قائمة الانتظار',
    toQueueText: 'يتولاها من هو متفرّغ',
    give: (to) => `أعطها إلى ${name(to)}`,
    awayText: (who) => `${name(who)} غير متاح. يُخبَر عند عودته، وينتظر العميل حتى ذلك الحين.`,
    nobodyElse: 'لا أحد غيرك يجيب عن هذه العلامة بعد.',
    cancel: 'إلغاء',
    forYou: 'موجّه إليك',
    mentioned: 'ذكرك {who}',
    given: 'أعطاك {who} محادثة',
    service: 'الخدمة',
  };
}
