import type { Words } from '../en';
import type { Arabic } from './plural';
import { relaxed } from './refusals';

function lengthOf({ count }: Arabic) {
  const [hours, minutes, seconds] = [
    { zero: '# ساعة', one: 'ساعة', two: 'ساعتان', few: '# ساعات', many: '# ساعة', other: '# ساعة' },
    { zero: '# دقيقة', one: 'دقيقة', two: 'دقيقتان', few: '# دقائق', many: '# دقيقة', other: '# دقيقة' },
    { zero: '# ثانية', one: 'ثانية', two: 'ثانيتان', few: '# ثوانٍ', many: '# ثانية', other: '# ثانية' },
  ];
  return (length: number): string => {
    if (length % 3_600 === 0) return count(length / 3_600, hours);
    return length % 60 === 0 && length > 60 ? count(length / 60, minutes) : count(length, seconds);
  };
}

const answer: Pick<Words['settings'], 'flow' | 'flows' | 'method' | 'calledWithin' | 'called'> = {
  flow: 'التدفق',
  flows: {
    code: 'تدفق رمز التخويل: تجيب الصفحة برمز تخويل، وتبادله الخدمة برمز هوية، من خادم إلى خادم.',
    implicit: 'التدفق الضمني: تجيب الصفحة برمز صنعه خادمها.',
  },
  method: 'دالة الصفحة',
  calledWithin: 'تُستدعى ضمن النقرة، لأنها تفتح نافذة:',
  called: 'تُستدعى على `window`:',
};

export const settings = (speech: Arabic): Words['settings'] => {
  const length = lengthOf(speech);
  return {
    ...answer,
    exactlyThis: 'هذا تمامًا، حرفًا بحرف.',
    keys: {
      discovery: 'مفاتيحها هي التي تشير إليها وثيقة الاكتشاف لديها.',
      jwks: 'تُجلب مفاتيحها من JWKS لديها.',
      pasted: 'أُعطيت مفاتيحها مع الاتصال.',
    },
    audience: 'هذا تمامًا، ولا أحد معه.',
    audienceIfAny: 'إن وُجد: هذا تمامًا، ولا أحد معه.',
    mayName: 'قد يسمّي أيضًا:',
    signature: 'التوقيع',
    signedWith: 'بمفتاح من جهة الإصدار، وبإحدى هذه:',
    encryption: 'التشفير',
    encryptions: {
      required: 'مطلوب: وقّع أولًا، ثم شفّر بمفتاح من',
      optional: 'مسموح: وقّع أولًا، ثم شفّر بمفتاح من',
      refused: 'مرفوض: الرموز موقّعة ولا شيء غير ذلك.',
    },
    time: 'الوقت',
    times: (lifetime, skew) =>
      `من \`iat\` إلى \`exp\`، على الأكثر: ${length(lifetime)}؛ وقد تختلف الساعات بقدر: ${length(skew)}.`,
    use: 'الاستعمال',
    once: 'كل إثبات مرة واحدة، للمحاولة التي يحمل `nonce` منها.',
    onceInBrowser: 'كل إثبات في متصفح واحد. وإن وُجد `nonce` فهو للمحاولة.',
    relaxed: (name) => `وضع LivePerson: \u2068${name}\u2069`,
    relaxation: (name) => relaxed[name],
    exactly: 'تمامًا:',
    oneOf: 'واحد من:',
    atMostAgo: (seconds) => `مضى عليه على الأكثر: ${length(seconds)}.`,
    tokenEndpoint: 'نقطة تبادل الرموز',
    swappedAt: 'تُبادل رموز التخويل لدى:',
    redirectUris: 'عناوين العودة',
    byCharacter: 'حرفًا بحرف:',
    pages: 'الصفحات',
    onlyThese: 'هذه فقط:',
    andApps: 'هذه، وتطبيقات بلا مصدر:',
    refusal: 'بعد الرفض',
    noChat: 'لا محادثة، حتى يُقبل إثبات أو يختار العميل أن يبقى مجهولًا.',
    anonymously: 'تُفتح المحادثة دون معرفة الهوية، ويُخبَر الموظف.',
    whoMayChat: 'من له أن يتحدث',
    onlyVerified: 'الموثَّقون فقط.',
    anonymousToo: 'الزوار المجهولون أيضًا.',
    counts: 'مدة سريان الإثبات',
    countsFor: (seconds) => `${length(seconds)}.`,
    countsAsToken: 'كالرمز نفسه، حتى `exp`.',
    claims: 'ما يصير حقائق',
    allSealed: 'كلها بالختم:',
    sealed: (names) => `بالختم: ${names.map((name) => `\`${name}\``).join('، ') || 'لا شيء'}.`,
    attributes: 'صفات LivePerson',
    attributesText: '`ctmrinfo` و`personal` من `lp_sdes`، وما يعرضه من المطالبات القياسية.',
  };
};
