import type { AgentRole } from '@countersign/contracts';
import type { Words } from '../en';
import type { Arabic } from './plural';

const roles: Record<AgentRole, string> = {
  agent: 'موظف',
  lead: 'مشرف',
  developer: 'مطوّر',
  admin: 'مدير',
};

const keys: Words['shell']['keys'] = {
  move: 'التنقّل في القائمة (والأسهم أيضًا)',
  open: 'افتح المحادثة',
  take: 'تولَّها',
  write: 'اكتب جوابًا',
  identity: 'اعرض من يكون',
  leave: 'اترك حقل الكتابة أو مربع الحوار',
  palette: 'كل شيء باسمه',
  ends: 'إلى أول القائمة، إلى آخرها',
  note: 'اكتب ملاحظة لزملائك',
  assign: 'أعطِ المحادثة إلى أحدهم',
  search: 'ابحث فيما كُتب',
  yours: 'إلى التالية مما لديك',
  sheet: 'هذه القائمة',
};

const listKeys: Words['shell']['listKeys'] = {
  move: 'التنقّل في القائمة (والأسهم أيضًا)',
  ends: 'إلى أولها، إلى آخرها',
  open: 'افتحه',
  tryToken: 'جرّب ما لُصق، في أداة تجربة الرموز',
  palette: 'كل شيء باسمه',
  sheet: 'هذه القائمة',
};

export const shell = ({ name }: Arabic): Words['shell'] => ({
  close: 'إغلاق',
  cancel: 'إلغاء',
  tryAgain: 'أعد المحاولة',
  loading: 'جارٍ التحميل',
  copied: 'نُسخ',
  copyRefused: 'النسخ غير مسموح هنا',
  showAll: (characters) => `اعرض الكل (${characters} حرف)`,
  openAlone: 'افتحها وحدها',
  seal: 'موثَّق',
  loadingDesk: 'جارٍ تحميل محادثاتك',
  waitsAtService: 'لم يضع شيء: المحادثات محفوظة لدى الخدمة. تعيد هذه الصفحة المحاولة كل بضع ثوانٍ.',
  lineLost: 'انقطع الاتصال بالخدمة. جارٍ الاتصال من جديد؛ ما تكتبه يُحفظ ويُرسل حينها.',
  connecting: 'جارٍ الاتصال…',
  broke: 'تعطّلت هذه الصفحة',
  brokeText: 'الخطأ منا. المحادثات والمسوّدات محفوظة.',
  nothingHere: 'لا شيء في هذا العنوان',
  nothingHereText: 'قد يكون مكتوبًا خطأ.',
  toQueue: 'إلى القائمة',
  demo: 'عرض تجريبي',
  demoText: 'عرض تجريبي: العلامات وعملاؤها وفواتيرهم من نسج الخيال.',
  openShop: 'افتح المتجر',
  account: 'الحساب',
  roles,
  roleIs: (role) => roles[role],
  roleAt: (role, brand) => `${roles[role]} لدى ${name(brand)}`,
  appearance: 'المظهر',
  themes: { system: 'كما في النظام', light: 'فاتح', dark: 'داكن' },
  language: 'اللغة',
  keyboard: 'لوحة المفاتيح',
  letters: 'الأحرف وحدها تنفّذ أوامر',
  signOut: 'تسجيل الخروج',
  stillSignedIn: 'ما زلت مسجّل الدخول',
  stillSignedInText: 'الخدمة لا تجيب. سجّل الخروج من جديد بعد لحظات.',
  keys,
  listKeys,
  gates: {
    lead: {
      title: 'هذا لقادة الفريق',
      text: () => 'يطّلع على العملاء من يقود الفريق. كل اطلاع يُدوَّن.',
    },
    developer: {
      title: 'هذا لمطوّري العلامة',
      text: (brand) => `يقرأ الاتصالات والتتبّعات من دعته ${name(brand)} بدور مطوّر.`,
    },
  },
});
