import type { Words } from '../en';
import type { Arabic } from './plural';

export const palette = ({ count, name }: Arabic): Words['palette'] => ({
  title: 'الأوامر',
  placeholder: 'ماذا تريد أن تفعل، أو عمّن تبحث؟',
  nothing: 'لا شيء بهذا الاسم',
  found: (some) =>
    count(some, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    }),
  groups: { actions: 'الإجراءات', conversations: 'المحادثات', agents: 'الموظفون', pages: 'الصفحات' },
  take: 'تولَّ المحادثة',
  write: 'اكتب جوابًا',
  identity: 'اعرض من يكون',
  end: 'إنهاء المحادثة',
  onlyYours: 'اعرض ما لديك فقط',
  onlyWaiting: 'اعرض من ينتظر فقط',
  onlyUnread: 'اعرض غير المقروءة فقط',
  allOpen: 'اعرض كل المحادثات المفتوحة',
  goAway: 'توقّف عن استقبال محادثات جديدة',
  beThere: 'كن متاحًا لمحادثات جديدة',
  theme: (theme) => `المظهر: ${theme}`,
  language: (language) => `اللغة: ${name(language)}`,
  of: (agent) => `محادثات ${name(agent)}`,
});
