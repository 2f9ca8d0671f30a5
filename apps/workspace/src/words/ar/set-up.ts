import type { Words } from '../en';
import type { Arabic } from './plural';

type SetUp = Words['setUp'];

const milestones: SetUp['milestones'] = {
  brand_made: { title: 'أنشئ العلامة', how: 'تمّ حين سجّلت.' },
  issuer_answered: {
    title: 'اعثر على من يشهد لعملائك',
    how: 'اكتب عنوان مزوّد الدخول لديك. يُرى ذلك حين يجيب المزوّد، أو تُقرأ مفاتيحك.',
    go: 'اعثر على المزوّد',
  },
  connection_made: {
    title: 'أنشئ اتصالًا',
    how: 'قل كيف يثبت عملاؤك هويتهم: يلزم عميل لدى مزوّدك، أو مفتاح من عندك.',
    go: 'أنشئ اتصالًا',
  },
  widget_seen: {
    title: 'اعرض المحادثة في صفحة',
    how: 'ألصق المقطع. يُرى ذلك حين تُحمَّل المحادثة في عنوان سمحت به.',
    go: 'انسخ المقطع',
  },
  proof_came_back: {
    title: 'سجّل الدخول مرة',
    how: 'افتح المحادثة وسجّل الدخول كما يفعل عميل. يُرى ذلك حين يعيد المزوّد شيئًا.',
    go: 'جرّب تسجيل الدخول',
  },
  first_verified: {
    title: 'كن موثَّقًا',
    how: 'نجح كل فحص. وإن لم ينجح أحدها قال التتبّع أيها، وما العمل.',
    go: 'اقرأ التتبّع',
  },
  first_message: { title: 'اكتب أول رسالة', how: 'في المحادثة، كعميل.' },
  first_answer: {
    title: 'أجب عنها',
    how: 'في القائمة: تولَّ المحادثة، وانظر الختم بجانب الاسم، وأجب.',
    go: 'إلى القائمة',
  },
};

const list = ({ name }: Arabic): SetUp['list'] => ({
  lead: 'كل واحد طريقة يثبت بها عملاؤك هويتهم.',
  make: 'اتصال جديد',
  none: 'لا اتصال بعد. يكفيه عنوان مزوّد الدخول لديك.',
  begun: (issuer) => `بدأتَ اتصالًا${issuer ? ` عبر ${name(issuer)}` : ''}. `,
  goOn: 'أكمله',
  edit: 'تعديل',
  attempts: 'المحاولات',
  remove: 'إزالة',
  removeAsk: (key) => `أتُزيل ${name(key)}؟`,
  removeText: 'يُسجَّل خروج كل من دخل به فورًا، ولا تفتح الصفحات التي تسمّيه أي محادثة. وما قيل يبقى محفوظًا.',
  removeAct: 'أزل الاتصال',
});

const edit = ({ name }: Arabic): SetUp['edit'] => ({
  title: 'الاتصال',
  provider: 'لدى المزوّد',
  providerNote: 'ما يُسجَّل هناك للمحادثة.',
  label: 'التسمية',
  minimum: 'من له أن يتحدث',
  minima: { anonymous: 'أي شخص؛ ومن يسجّل الدخول يُوثَّق', verified: 'الموثَّقون فقط' },
  minutes: 'دقائق سريان الإثبات',
  secretKept: 'محفوظ كما هو',
  secretNote: 'للكتابة فقط. إن تُرك فارغًا بقي كما هو، ما لم تتغيّر جهة الإصدار أو العميل.',
  pagesNote: 'مصادر الصفحات، واحد في كل سطر.',
  facts: 'الحقائق',
  factsNote: 'واحدة في كل سطر: المطالبة، ثم نقطتان، ثم الحقيقة.',
  shared: (others) => `جهة الإصدار مشتركة مع ${others.map(name).join('، ')}.`,
  trust: 'هذا يغيّر من تثق به.',
  trustSecret: 'يُمحى سرّ العميل ويجب إعطاؤه من جديد. ',
  trustText: 'يُسجَّل خروج كل من دخل بهذا الاتصال، ويقول سجل التدقيق إنك فعلت ذلك.',
});

export const setUp = (speech: Arabic): SetUp => ({
  pages: {
    overview: 'نظرة عامة',
    connection: 'الاتصالات',
    install: 'التركيب',
    look: 'المظهر',
    team: 'العلامة والفريق',
    keys: 'المفاتيح',
  },
  title: (brand) => `إعداد ${speech.name(brand)}`,
  finished: 'محادثتك جاهزة',
  lead: 'من هنا إلى محادثة تعرف فيها من يكتب. تخضرّ كل خطوة من تلقاء نفسها حين ترى الخدمة أنها حدثت.',
  steps: 'الخطوات المنجزة',
  progress: (done, all) => `${speech.number(done)} من ${speech.number(all)} خطوات`,
  looking: 'جارٍ النظر',
  states: { done: 'تمّت: ', next: 'التالية: ', later: 'لاحقًا: ' },
  seen: 'شوهدت {ago}',
  milestones,
  save: 'حفظ',
  saved: 'حُفظ.',
  copy: (what) => `نسخ ${speech.name(what)}`,
  wrong: (label, error) => `${label}: ${speech.name(error)}.`,
  loadAnew: 'حمّله من جديد',
  notRight: 'بعض ما كُتب ليس صحيحًا بعد: انظر الحقول المعلَّمة.',
  fields: {
    issuer: 'جهة الإصدار',
    clientId: 'معرّف العميل',
    clientSecret: 'سرّ العميل',
    redirectUri: 'عنوان العودة',
    redirectUris: 'عناوين العودة',
    logoutUri: 'عنوان الخروج عبر القناة الخلفية',
    audience: 'المقصود بالرموز (aud)',
    pages: 'الصفحات',
  },
  list: list(speech),
  edit: edit(speech),
});
