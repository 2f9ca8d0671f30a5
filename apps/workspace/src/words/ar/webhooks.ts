import type { WebhookType } from '@countersign/contracts';
import type { Words } from '../en';
import type { Arabic } from './plural';

type Webhooks = Words['webhooks'];

const types: Record<WebhookType, string> = {
  'conversation.opened': 'كتب عميل أول سطر له.',
  'conversation.taken': 'تولّى موظف المحادثة.',
  'conversation.transferred': 'انتقلت إلى موظف آخر، أو عادت إلى القائمة.',
  'conversation.ended': 'أنهاها العميل أو الموظف.',
  'consumer.verified': 'أظهر إثبات من يكون العميل.',
  'consumer.signed_out': 'سُجّل خروج عميل، منه أو من خادمكم أو من مزوّدكم أو من مشرف.',
  'assurance.changed': 'تغيّر مدى التأكد من عميل: موثَّق، أو قديم، أو منتهٍ، أو مُلغى.',
  'facts.changed': 'ذكر إثبات أو خادمكم حقائق موثَّقة من جديد.',
  'card.changed': 'عُرضت بطاقة، أو أُجيب عنها، أو نُفّذت، أو لم تعد قائمة.',
  'consumer.erased': 'زال كل ما كان معروفًا عن عميل.',
  'message.created': 'قال أحدهم شيئًا. وهي كثيرة.',
};

const outcomes: Webhooks['outcomes'] = {
  delivered: (status) => `سُلِّم: أجاب ${status}`,
  refused: (status) => `رُفض: أجاب ${status}`,
  redirected: (status) => `لم يُتّبع: أجاب ${status}، وهو تحويل`,
  gone: () => 'أجاب 410: لم تعد نقطة الاستقبال موجودة',
  timeout: () => 'لا جواب خلال 15 ثانية',
  unreachable: () => 'تعذّر الوصول إليه',
  address_forbidden: () => 'لم يُرسل: العنوان خاص أو محلي أو محجوز',
  headers_too_large: () => 'ترويسات الجواب أكبر مما يُقبل',
};

const form: Webhooks['form'] = {
  address: 'العنوان',
  addressNote: 'عنوان على الإنترنت المفتوح يبدأ بـ \u2068https://\u2069. يُطلب بـ POST ويجيب بحالة من 2xx.',
  name: 'الاسم، لكم',
  nameHint: 'نظام العملاء لدينا',
  events: 'الأحداث',
  noEvents: 'اختر حدثًا واحدًا على الأقل.',
  types: (type) => types[type],
  along: 'ما يُرسل معها',
  always: 'دائمًا: المعرّفات، وجهة إصدار العميل ومعرّفه لديها، ومصدر كل حقيقة. ولا رمز أبدًا.',
  facts: 'قيم الحقائق',
  factsNote:
    'مع \u2068facts.changed\u2069، وما تقوله البطاقة مع \u2068card.changed\u2069. تخرج بيانات شخصية من الخدمة: أرسلها فقط إلى نظام يحقّ له ذلك.',
  texts: 'نصوص الرسائل',
  textsNote: 'مع \u2068message.created\u2069: ما كتبه العملاء والموظفون.',
  checking: 'جارٍ فحص العنوان…',
  add: 'أضف نقطة الاستقبال',
  save: 'حفظ',
};

const secret: Webhooks['secret'] = {
  label: 'سرّ التوقيع',
  made: 'سرّ التوقيع',
  rotated: 'سرّ التوقيع الجديد',
  once: 'انسخه الآن: لن يُعرض من جديد. به يتحقق نظامكم أن الحدث آتٍ من هنا.',
  both: 'ويُوقَّع كل حدث بالسرّ السابق أيضًا طوال 24 ساعة، فلا يُرفض شيء في الأثناء.',
  copy: 'نسخ سرّ التوقيع',
  kept: 'حفظته',
};

const acts: Webhooks['acts'] = {
  more: 'المزيد لنقطة الاستقبال هذه',
  send: 'أرسل',
  sendTest: ' حدثًا تجريبيًا',
  testSent: 'حدث تجريبي في طريقه.',
  edit: 'تعديل',
  rotate: 'بدّل السرّ',
  rotateAsk: 'أتُبدّل سرّ نقطة الاستقبال هذه؟',
  rotateText: 'يُصنع سرّ جديد ويُعرض مرة واحدة. ويوقّع الحالي معه 24 ساعة ثم لا. وما بُدّل قبله يتوقف فورًا.',
  rotateAct: 'بدّله',
  turnOn: 'شغّلها',
  turnOff: 'أوقفها',
  remove: 'إزالة',
  removeAsk: 'أتُزيل نقطة الاستقبال هذه؟',
  removeText: 'لن يُرسل إليها شيء بعد الآن، ويزول سجلّها معها. وما ينتظرها لا يُرسل.',
  removeAct: 'أزلها',
};

const replay = ({ count }: Arabic): Webhooks['replay'] => ({
  act: 'أعد الإرسال',
  failed: 'أعد إرسال ما فشل',
  title: 'إرسال الأحداث الفاشلة من جديد',
  text: 'ما تُرك، وما ينتظر بعد جواب سيئ. يحتفظ كلٌّ بمعرّفه، فيعرف نظامكم ما وصله من قبل.',
  within: 'مما حدث خلال',
  spans: { 1: 'الساعة الأخيرة', 24: 'آخر 24 ساعة', 72: 'آخر 3 أيام', 336: 'آخر 14 يومًا' },
  again: 'أرسل من جديد',
  done: (events) =>
    count(events, {
      zero: 'لا حدث يُرسل من جديد.',
      one: 'حدث واحد يُرسل من جديد.',
      two: 'حدثان يُرسلان من جديد.',
      few: '# أحداث تُرسل من جديد.',
      many: '# حدثًا تُرسل من جديد.',
      other: '# حدث تُرسل من جديد.',
    }),
});

const log = ({ count, number }: Arabic): Webhooks['log'] => ({
  title: 'الأحداث عند إرسالها',
  show: 'اعرض',
  all: 'الكل',
  loading: 'جارٍ تحميل الأحداث',
  failed: 'تعذّر تحميل الأحداث',
  none: 'لم يُرسل شيء بعد',
  noneText: 'أرسل حدثًا تجريبيًا، أو انتظر حتى يحدث شيء.',
  noneSuch: 'لا شيء كذلك',
  noneSuchText: 'ربما جاءت أخرى: اعرض الكل.',
  older: 'اعرض الأقدم',
  notSent: 'لم يُرسل بعد',
  tries: (tries) =>
    count(tries, {
      zero: '، بلا محاولات',
      one: '، محاولة واحدة',
      two: '، محاولتان',
      few: '، # محاولات',
      many: '، # محاولة',
      other: '، # محاولة',
    }),
  states: { delivered: 'سُلِّم', waiting: 'ينتظر', given_up: 'تُرك', retrying: 'يُعاد' },
  loadingOne: 'جارٍ تحميل الحدث',
  back: 'العودة إلى نقطة الاستقبال',
  missing: 'لا يوجد حدث كهذا',
  happened: 'حدث {ago}',
  copyId: 'نسخ المعرّف',
  attempts: 'المحاولات',
  try: (which, byHand, took) =>
    `المحاولة ${number(which)}${byHand ? '، طُلبت يدويًا' : ''}، {ago}، استغرقت ${took}`,
  took: (ms) => (ms < 1_000 ? `${number(ms)} م.ث` : `${number(Math.round(ms / 100) / 10)} ث`),
  answered: 'أجاب: ',
  soon: 'يُرسل بعد لحظات',
  again: (at) => `يُعاد في ${at}`,
  body: 'المتن',
  bodyNote: 'كما يُرسل الآن. يُقرأ موضوعه عند الإرسال، فمن مُحي لا يبقى في أي سجلّ.',
});

export const webhooks = (speech: Arabic): Webhooks => ({
  title: 'إشعارات الويب',
  loading: 'جارٍ تحميل نقاط الاستقبال',
  failed: 'تعذّر تحميل نقاط الاستقبال',
  none: 'لا نقطة استقبال بعد',
  noneText: 'أضف عنوان نظام لديكم. يُخبَر بما يحدث حين يحدث.',
  add: 'إضافة',
  full: (limit) => `${speech.number(limit)} من ${speech.number(limit)}`,
  delivered: (events) => `سُلِّم ${speech.number(events)} في 24 ساعة`,
  waiting: (events) => `، وينتظر ${speech.number(events)}`,
  counts: (delivered, waiting, givenUp) =>
    `سُلِّم ${speech.number(delivered)}، وينتظر ${speech.number(waiting)}، وتُرك ${speech.number(givenUp)} في 24 ساعة`,
  states: { on: 'تعمل', failing: 'تتعثّر', off: 'متوقفة' },
  trouble: {
    failing: 'لم تكن الأجوبة الأخيرة صالحة. تنتظر الأحداث ويُعاد إرسالها، كلٌّ لثلاثة أيام.',
    gone: 'أُوقفت: أجابت 410، أي لم يعد يُراد هناك شيء.',
    failed_for_days: 'أُوقفت: لم تستلم حدثًا واحدًا منذ خمسة أيام.',
    off: 'متوقفة. ما يحدث الآن لا يُحفظ لها؛ وما كان ينتظر ما زال ينتظر.',
    since: ' منذ {ago}.',
  },
  begin: 'أخبر أنظمتكم بما يحدث',
  beginText:
    'يصل نظامَ العملاء أو التذاكر أو برنامجًا لديكم حدثٌ لكل محادثة وتسجيل دخول وتغيّر في الحقائق: موقَّعًا، ويُعاد لثلاثة أيام، ويُسجَّل.',
  choose: 'ما أُرسل، وما كان منه',
  chooseText: (days) =>
    `اختر نقطة استقبال: يظهر هناك كل حدث مع كل محاولة لتسليمه. تُحفظ ${speech.number(days)} يومًا.`,
  addTitle: 'إضافة نقطة استقبال',
  added: 'نقطة الاستقبال جاهزة',
  back: 'العودة إلى نقاط الاستقبال',
  toList: 'إلى نقاط الاستقبال',
  missing: 'لا توجد نقطة استقبال كهذه',
  missingText: 'ربما أُزيلت، أو تتبع علامة أخرى.',
  settings: 'بماذا تُخبَر، وأين',
  address: 'العنوان',
  copyAddress: 'نسخ العنوان',
  events: 'الأحداث',
  along: 'يُرسل معها',
  goesAlong: (facts, texts) =>
    `المعرّفات والمصادر${facts ? ' وقيم الحقائق' : ''}${texts ? ' ونصوص الرسائل' : ''}`,
  addedAt: 'أُضيفت',
  secretTerm: 'السرّ',
  former: (until) => `بُدّل: ويوقّع السابق معه حتى ${until}`,
  outcomes,
  form,
  secret,
  acts,
  replay: replay(speech),
  log: log(speech),
});
