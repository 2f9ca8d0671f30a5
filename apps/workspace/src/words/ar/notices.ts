import type { Words } from '../en';

export const notices = (): Words['notices'] => ({
  title: 'عندما يكتب أحد',
  sound: 'أصدر صوتًا',
  desktop: 'أظهر إشعارًا على سطح المكتب',
  text: 'مع الاسم والنص',
  refused: 'لا يسمح هذا المتصفح بذلك. إعداداته لهذه الصفحة هي التي تقرّر.',
  first: 'عميل ينتظر',
  more: 'رسالة جديدة',
});
