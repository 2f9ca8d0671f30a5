import type { Words } from '../en';
import type { Arabic } from './plural';
import { refusals } from './refusals';

type Connections = Words['connections'];

const attempts: Connections['attempts'] = {
  title: 'المحاولات لحظة حدوثها',
  loading: 'جارٍ تحميل المحاولات',
  failed: 'تعذّر تحميل المحاولات',
  none: 'لم يُقدَّم إثبات بعد',
  noneText: 'افتح المحادثة في صفحة يقول وسمها {tag}. ويظهر ما كان منها هنا من تلقاء نفسه.',
  noneSuch: 'لا شيء كذلك',
  noneSuchText: 'ربما جاءت أخرى: اختر نتيجة أو سببًا آخر.',
  older: 'اعرض الأقدم',
  loadingOlder: 'جارٍ التحميل…',
  outcome: 'النتيجة',
  outcomes: { verified: 'موثَّقة', declined: 'بلا دخول', rejected: 'مرفوضة' },
  all: 'الكل',
  reason: 'السبب',
  any: 'أي سبب',
  from: 'من ',
  turnedAway: 'رُدّت عند المحاولة',
  find: 'ابحث عن محاولة برقمها',
  findAct: 'ابحث عن المحاولة',
  idIs: 'رقم المحاولة 36 حرفًا، مثل {example}.',
};

const attempt: Connections['attempt'] = {
  title: 'محاولة لدى {connection}',
  back: 'العودة إلى محاولات الاتصال',
  copy: 'نسخ رقم المحاولة',
  begun: {
    first: 'بدأت {ago}، حين فُتحت المحادثة',
    renew: 'بدأت {ago}، حين وجب تجديد الإثبات',
    'step-up': 'بدأت {ago}، حين طُلب إثبات أقوى',
    other: 'بدأت {ago}، حين سُئلت الصفحة',
  },
  turnedAway: 'قُدّمت من جديد، ورُدّت',
  loading: 'جارٍ تحميل التتبّع',
  notFound: 'قد يكون الرقم مكتوبًا خطأ، أو لعلامة أخرى، أو أقدم مما تُحفظ التتبّعات.',
  notKept: 'رفض الاتصال في ذلك اليوم إثباتات أكثر مما يُحفظ تتبّعه. واللاحقة هنا.',
};

const tester: Connections['tester'] = {
  title: 'تجربة رمز',
  back: 'العودة إلى الاتصال',
  text: 'يُحكم عليه كما في محاولة، بكل فحص إلا ما يحتاج محاولة: nonce والحداثة والاستعمال مرة واحدة تُقرأ «لم يُجرَّب».',
  what: 'ماذا لديك؟',
  kinds: { token: 'رمز', code: 'رمز تخويل' },
  usesUp: 'هذا يستهلك رمز التخويل: يبادله المزوّد مرة واحدة، ولا يستعمله أحد بعدها.',
  code: 'رمز التخويل',
  redirectUri: 'عنوان العودة الذي أُصدر له الرمز',
  verifier: 'مُحقِّق الرمز (code verifier)',
  verifierNote: 'إن طُلب الرمز مع تحدٍّ (PKCE). وإلا فاتركه فارغًا.',
  token: 'الرمز',
  tokenNote: 'ثلاثة أجزاء إن كان موقّعًا، وخمسة إن كان مشفّرًا. قد يكون منتهي الصلاحية: يقول التتبّع ذلك.',
  connection: 'الاتصال',
  judging: 'جارٍ الحكم…',
  judge: 'احكم عليه',
  judgeCode: 'استهلكه واحكم عليه',
  notStored: 'لا يُحفظ ولا يُسجَّل شيء مما تلصقه. ولا تُفتح محادثة.',
  outcome: 'ما كان منه',
};

export const connections = ({ count, number }: Arabic): Connections => ({
  loading: 'جارٍ تحميل الاتصالات',
  failed: 'تعذّر تحميل الاتصالات',
  none: 'لا اتصال بعد',
  noneText: 'من يشغّل الخدمة يصنع اتصالات العلامة، عبر واجهة المشغّل.',
  choose: (broken) =>
    count(broken, {
      zero: 'لماذا رُفض؟',
      one: 'اتصال واحد يرفض كل إثبات',
      two: 'اتصالان يرفضان كل إثبات',
      few: '# اتصالات ترفض كل إثبات',
      many: '# اتصالًا ترفض كل إثبات',
      other: '# اتصال ترفض كل إثبات',
    }),
  chooseText: (days) =>
    `اختر اتصالًا: تظهر محاولاته لحظة حدوثها، وتقول كلٌّ أي فحص لم ينجح، وما المنتظر وما وُجد، وما العمل. تُحفظ التتبّعات ${number(days)} يومًا.`,
  missing: 'لا يوجد اتصال كهذا',
  missingText: 'ربما أُزيل، أو يتبع علامة أخرى.',
  toList: 'إلى الاتصالات',
  back: 'العودة إلى الاتصالات',
  conditions: { silent: 'لا محاولة بعد', well: 'يعمل', mixed: 'رفض بعضها', broken: 'يرفض كل إثبات' },
  latest: 'آخر محاولة ',
  hour({ verified, declined, rejected }) {
    const parts = [
      rejected > 0 && `رُفض ${number(rejected)}`,
      verified > 0 && `وُثِّق ${number(verified)}`,
      declined > 0 && `بلا دخول ${number(declined)}`,
    ].filter((part) => part !== false);
    return parts.length === 0 ? null : `${parts.join('، ')} في الساعة الأخيرة`;
  },
  dropped: (rejected, dropped) =>
    `رُفض اليوم ${number(rejected)} (بالتوقيت العالمي)؛ ولم يُحفظ تتبّع ${number(dropped)} منها.`,
  settings: 'ما على الإثبات أن يستوفيه هنا',
  outcome({ outcome, reason }) {
    if (outcome === 'verified') return 'موثَّقة';
    if (outcome === 'declined') return 'لم يسجّل أحد الدخول.';
    return reason ? `مرفوضة: ${refusals[reason]}` : 'مرفوضة.';
  },
  milliseconds: (duration) => (duration < 1 ? 'أقل من 1 م.ث' : `${number(Math.round(duration))} م.ث`),
  attempts,
  attempt,
  tester,
});
