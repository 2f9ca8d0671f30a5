import type { Words } from '../en';

export const canned = (): Words['canned'] => ({
  title: 'إجابات جاهزة',
  search: 'ابحث في الإجابات',
  none: 'لم تُحفظ إجابة بعد. يحفظها المشرفون.',
  noneForLeads: 'لم تُحفظ إجابة بعد. احفظ ما يُقال كثيرًا للجميع.',
  noneFound: 'لا إجابة فيها هذه الكلمات.',
  hint: 'في الرسالة تفعل / مع كلمة الشيء نفسه.',
  add: 'إجابة جديدة',
  edit: (title) => `عدّل \u2068${title}\u2069`,
  name: 'العنوان',
  text: 'النص',
  places:
    'توضع البيانات الموثَّقة مكان {{name}} أو {{account_number}} أو {{package.name}} أو {{billing.balance}}؛ و{{agent.name}} هو من يجيب.',
  broken: (text) => `\u2068${text}\u2069 لا يسمّي بيانًا؛ مثال الصحيح {{name}} أو {{package.name}}.`,
  save: 'احفظ',
  back: 'رجوع',
  remove: 'أزل',
  close: 'إغلاق',
  held: 'غير موثَّق الآن، فلا يُرسَل شيء:',
  show: (place) => `أظهر ${place} في الرسالة`,
  fill: 'املأ',
  takeOut: 'احذف',
  takeOutNamed: (place) => `احذف ${place}`,
});
