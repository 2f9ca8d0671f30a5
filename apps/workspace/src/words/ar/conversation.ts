import type { Words } from '../en';
import { type Arabic, characterForms } from './plural';

const attached = (name: Arabic['name']): Words['conversation']['attached'] => ({
  ready: 'جاهز للإرسال',
  not: (why) => `لم يُرفق. ${why}`,
  uploading: (file) => `جارٍ رفع ${name(file)}`,
  again: (file) => `أعد المحاولة مع ${name(file)}`,
  remove: (file) => `أزل ${name(file)}`,
  cancel: (file) => `ألغِ ${name(file)}`,
  kind: 'تُرسل الصور وملفات PDF فقط.',
  tooLarge: 'الملف أكبر من 10 ميغابايت.',
  empty: 'الملف فارغ.',
});

const nothing = (count: Arabic['count']): Words['conversation']['nothing'] => ({
  answered: 'أُجيب عن كل شيء',
  answeredText: 'من يكتب بعد الآن يظهر في القائمة، وفيها تُقرأ المحادثات المنتهية أيضًا.',
  nobody: 'لا أحد ينتظر',
  waiting: (people) =>
    count(people, {
      zero: 'لا أحد ينتظر',
      one: 'شخص واحد ينتظر',
      two: 'شخصان ينتظران',
      few: '# أشخاص ينتظرون',
      many: '# شخصًا ينتظرون',
      other: '# شخص ينتظرون',
    }),
  choose: 'اختر محادثة من القائمة، أو اضغط {next} ثم {open}.',
});

export function conversation({ count, number, name }: Arabic): Words['conversation'] {
  const characters = (some: number) => count(some, characterForms);
  return {
    missing: 'لا توجد محادثة كهذه',
    missingText: 'قد يكون العنوان مكتوبًا خطأ، أو المحادثة لعلامة أخرى.',
    failed: 'تعذّر تحميل المحادثة',
    back: 'العودة إلى القائمة',
    identity: 'الهوية',
    end: 'إنهاء{rest}',
    endRest: ' المحادثة',
    endTitle: 'أتنهي هذه المحادثة؟',
    endText: 'يرى العميل أنها انتهت ويمكنه بدء محادثة جديدة. وتبقى هنا للقراءة.',
    endAction: 'إنهاء المحادثة',
    loading: 'جارٍ التحميل…',
    ended: 'انتهت هذه المحادثة.',
    endedAgo: 'انتهت هذه المحادثة {ago}. يمكن قراءتها لا متابعتها.',
    rated: ['وجدها سيئة جداً', 'وجدها سيئة', 'وجدها مقبولة', 'وجدها جيدة', 'وجدها جيدة جداً'],
    endedSometime: 'انتهت هذه المحادثة. يمكن قراءتها لا متابعتها.',
    takeFirst: 'تولَّ المحادثة لتجيب.',
    withOther: (agent) => `يتولّى ${name(agent)} هذه المحادثة.`,
    otherHasIt: 'يتولّى {agent} هذه المحادثة.',
    nobodyHasIt: 'لم يتولَّ أحد هذه المحادثة بعد.',
    take: 'تولَّ المحادثة',
    messages: 'الرسائل',
    earlier: 'رسائل أقدم',
    typing: '{name} يكتب…',
    agent: 'موظف',
    reached: { sent: 'أُرسلت', delivered: 'وصلت', read: 'قُرئت' },
    sending: 'جارٍ الإرسال…',
    notSent: (why) => `لم تُرسل. ${why}`,
    held: 'تُرسل من تلقاء نفسها حين يعود الاتصال.',
    doubted: 'لم يتأكد الآن من يقرؤها. تُرسل من تلقاء نفسها حين يتأكد ذلك.',
    sendAnyway: 'أرسلها على أي حال',
    sendAgain: 'أعد الإرسال',
    message: 'الرسالة',
    write: 'اكتب جوابًا',
    send: 'إرسال',
    hint: 'Enter للإرسال، Shift + Enter لسطر جديد',
    tooMany: (over) =>
      `زيادة ${characters(over)}: تتسع الرسالة إلى ${number(8_000)}. اختصرها أو أرسلها على أجزاء؛ لا يضيع شيء.`,
    charactersLeft: (left) => `بقي ${characters(left)}`,
    attach: 'أرفق ملفًا',
    attached: attached(name),
    openFile: (file) => `افتح ${name(file)}`,
    fileIsTheirs: 'يُعرض على من يتولّى المحادثة.',
    nothing: nothing(count),
  };
}
