import type { SlipRefusal } from '#server/rules/slip-refusal.ts';
import type { TelephoneRefusal } from '#server/rules/telephone/refusal.ts';
import type { HouseRefusal } from '../zh-CN/house-refusals.ts';
import type { IncidentRefusal } from '../zh-CN/incident-refusals.ts';
import type { KnowledgeRefusal } from '../zh-CN/knowledge-refusals.ts';

const NOT_RECORDED = 'تعذر تسجيل ذلك. يرجى سؤال مكتب الإرشاد.';

const telephone: Record<TelephoneRefusal, string> = {
	'call-unknown': NOT_RECORDED,
	'not-your-call': NOT_RECORDED,
	'call-over': NOT_RECORDED,
	'call-goes-on': NOT_RECORDED,
	'call-of-system': NOT_RECORDED,
	'called-back-already': NOT_RECORDED,
	'seat-busy': NOT_RECORDED,
	'summary-needed': NOT_RECORDED,
	'complaint-needed': NOT_RECORDED,
	'phone-class-unknown': NOT_RECORDED,
	'identity-unchecked': NOT_RECORDED,
	'transfer-consent': NOT_RECORDED,
	'number-needed': NOT_RECORDED,
	'number-protected': NOT_RECORDED,
	'nuisance-calls': NOT_RECORDED,
	'nuisance-open': NOT_RECORDED,
	'no-gateway': NOT_RECORDED,
	'email-invalid': NOT_RECORDED,
	'message-unknown': NOT_RECORDED
};

const NOT_SAVED = 'لم يُحفظ هذا التغيير. يرجى سؤال مكتب الإرشاد.';

const slips: Record<SlipRefusal, string> = {
	'slips-changed': NOT_SAVED,
	'slips-faulty': NOT_SAVED,
	'slips-by-hand': NOT_SAVED,
	'sign-unreadable': NOT_SAVED,
	'sign-too-large': NOT_SAVED,
	'printer-unknown': NOT_SAVED
};

/** Of what staff do; a visitor meets these through the interface for programs only. */
export const staffRefusals: Record<
	IncidentRefusal | KnowledgeRefusal | HouseRefusal | TelephoneRefusal | SlipRefusal,
	string
> = {
	...telephone,
	...slips,
	'broadcast-unknown': 'لا يوجد هذا الإعلان.',
	'broadcast-live': 'يُذاع إعلان طارئ ويتوقف النداء على الأرقام؛ يرجى اتباع إرشادات الموظفين.',
	'broadcast-over': 'انتهى هذا الإعلان.',
	'broadcast-asked': 'بانتظار تأكيد شخص آخر للإنهاء.',
	'broadcast-not-asked': 'لم يطلب أحد إنهاء الإعلان بعد.',
	'broadcast-person': 'يجب أن ينهي الإعلانَ موظف بنفسه.',
	'broadcast-long': 'النص طويل جدًا؛ يرجى اختصاره.',
	'broadcast-signs': 'في النص علامات لا تظهر على الشاشات؛ يرجى تعديله.',
	'incident-unknown': 'لم نجد هذا الأمر.',
	'contact-unknown': 'لا توجد جهة الاتصال هذه.',
	'good-unknown': 'لا يوجد هذا الغرض هنا؛ يرجى سؤال مكتب الإرشاد.',
	'loan-unknown': 'لم نجد هذه الإعارة.',
	'loan-over': 'أُعيد هذا الغرض من قبل.',
	'nothing-left': 'أُعيرت جميع هذه الأغراض؛ يرجى الانتظار.',
	'borrower-needed': 'يرجى إبلاغنا لمن نعير: رقم الدور أو بطاقة الرهن.',
	'tag-in-use': 'بطاقة الرهن هذه مستخدمة؛ يرجى اختيار غيرها.',
	'service-unknown': 'لا توجد هذه الخدمة المجانية.',
	'service-counted': 'يُحسب عدد المنتظرين لهذه الخدمة من الأرقام.',
	'knowledge-unknown': 'لم نجد هذه المعلومة. يرجى سؤال مكتب الإرشاد.',
	'knowledge-moved': 'تغيرت هذه المعلومة للتو؛ يرجى النظر إليها من جديد.',
	'knowledge-not-yours': 'لا يمكنك تعديل هذه المعلومة.',
	'knowledge-own': 'لا يمكنك تعديل هذه المعلومة.',
	'knowledge-open': 'تُعدَّل هذه المعلومة الآن.',
	'knowledge-sensitive': 'في النص معلومات لا تصلح للنشر، ولم يُنشر.',
	'receiver-needed': 'لم يُذكر المستلم، ولم يُرسَل.',
	'note-unknown': 'لم نجد هذا الإشعار.',
	'note-changed': 'تغير هذا الإشعار للتو؛ يرجى النظر إليه من جديد.',
	'note-times': 'الأوقات غير صحيحة، ولم يُرسَل.',
	'round-unknown': 'لا توجد هذه الجولة التفقدية.',
	'round-over': 'انتهت هذه الجولة التفقدية.',
	'area-scored': 'سُجّلت هذه المنطقة من قبل.',
	'photo-exists': 'توجد صورة من قبل.',
	'not-a-photo': 'هذه ليست صورة، ولم تُحفظ.',
	'photo-tells-more': 'في الصورة معلومات أخرى، ولم تُحفظ.',
	'photo-too-large': 'الصورة كبيرة جدًا، ولم تُحفظ.'
};
