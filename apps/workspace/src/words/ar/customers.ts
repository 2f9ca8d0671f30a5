import type { Words } from '../en';
import type { Arabic } from './plural';

const ofLines = {
  zero: 'بلا أسطر',
  one: 'سطر واحد',
  two: 'سطران',
  few: '# أسطر',
  many: '# سطرًا',
  other: '# سطر',
};
const ofSessions = {
  zero: 'لم تُنهَ أي جلسة.',
  one: 'أُنهيت جلسة واحدة.',
  two: 'أُنهيت جلستان.',
  few: 'أُنهيت # جلسات.',
  many: 'أُنهيت # جلسة.',
  other: 'أُنهيت # جلسة.',
};
const ofVisits = {
  zero: 'بلا زيارات',
  one: 'زيارة واحدة',
  two: 'زيارتان',
  few: '# زيارات',
  many: '# زيارة',
  other: '# زيارة',
};

export const customers = ({ count, number }: Arabic): Words['customers'] => ({
  title: 'العملاء',
  search: 'البحث عن العملاء',
  searchHint: 'المعرّف أو الحساب أو الاسم',
  searchNote: (names) =>
    `المعرّفات من بدايتها، والحسابات كاملةً، والأسماء بين آخر ${number(names)} من العملاء الذين حضروا.`,
  loading: 'يجري تحميل العملاء',
  failed: 'تعذّر تحميل العملاء',
  none: 'لا عملاء بعد',
  noneText: 'كل من يثبت هويته في المحادثة يظهر هنا من ذلك الحين.',
  notFound: 'لا أحد يطابق ذلك',
  notFoundText: 'الأسماء مشفّرة، لكلٍّ منها مفتاحه، فلا يُبحث إلا في بعضها. المعرّف أو الحساب يجد أي عميل.',
  choose: 'من هو، ومن يشهد بذلك',
  chooseText:
    'اختر عميلًا: الحقائق الموثّقة مع مصدرها، وما تقوله الصفحات، والمحادثات والجلسات. كل اطلاع يُدوَّن في سجل التدقيق.',
  missing: 'لا يوجد عميل كهذا',
  missingText: 'ربما مُحيت بياناته، أو يتبع علامة أخرى.',
  toList: 'إلى العملاء',
  here: 'مسجّل الدخول الآن',
  since: 'شوهد أول مرة ',
  lookNoted: 'دُوِّن هذا الاطلاع في سجل التدقيق.',
  subject: 'المعرّف',
  issuer: 'جهة الإصدار',
  id: 'الرقم',
  copyId: 'نسخ الرقم',
  copySubject: 'نسخ المعرّف',
  former: 'موثّق سابقًا',
  formerNote: 'حلّت محلها قيمة أخرى. لا يُعتمد عليها الآن.',
  formerUntil: 'حتى',
  formerPages: 'من صفحات سابقة',
  formerPagesNote: 'في متصفحات لم تعد مسجّلة الدخول. ليست إثباتًا لشيء.',
  visits: (visits) => count(visits, ofVisits),
  conversations: 'المحادثات',
  noConversations: 'لا محادثات محفوظة.',
  lines: (lines) => count(lines, ofLines),
  states: { waiting: 'تنتظر', taken: 'قيد الرد', ended: 'منتهية' },
  sessions: 'مسجّل الدخول الآن',
  noSessions: 'لا مكان.',
  holdsUntil: 'يسري حتى ',
  by: (connection) => `عبر ${connection}`,
  signOut: 'تسجيل الخروج من كل مكان',
  signOutAsk: 'تسجيل خروج هذا العميل من كل مكان؟',
  signOutText: 'يُسجَّل الخروج من كل متصفح وجهاز فورًا، وتُخفى الحقائق هناك. يمكنه الدخول من جديد.',
  signedOut: (sessions) => count(sessions, ofSessions),
  export: 'تصدير',
  erase: 'محو',
  eraseAsk: 'محو بيانات هذا العميل؟',
  eraseText: (conversations, facts) =>
    `${count(conversations, { zero: 'لا محادثات', one: 'محادثة واحدة', two: 'محادثتان', few: '# محادثات', many: '# محادثة', other: '# محادثة' })} بكل رسائلها وملفاتها، ` +
    `و${count(facts, { zero: 'لا حقائق', one: 'حقيقة واحدة', two: 'حقيقتان', few: '# حقائق', many: '# حقيقة', other: '# حقيقة' })}، وكل جلسة والمفتاح الذي يشفّرها تزول نهائيًا. لا رجوع عن ذلك.`,
  eraseAct: 'محو نهائي',
  more: 'المزيد لهذا العميل',
});
