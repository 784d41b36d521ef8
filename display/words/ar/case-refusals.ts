import type { CaseRefusal } from '../zh-CN/case-refusals.ts';
import type { ComplaintRefusal } from '../zh-CN/complaint-refusals.ts';
import type { questionRefusals as questions } from '../zh-CN/question-refusals.ts';

/** Of what a visitor follows by a code: complaints, questions, applications. */
export const caseRefusals: Record<CaseRefusal | ComplaintRefusal | keyof typeof questions, string> = {
	'case-unknown': 'لم نجد هذا الأمر؛ يرجى مراجعة الرقم أو سؤال مكتب الإرشاد.',
	'case-closed': 'انتهى هذا الأمر.',
	'case-shared': 'أبلغ زوار آخرون بالأمر نفسه، فيستمر العمل فيه ولا يمكن سحبه.',
	'case-too-early': 'يأتي هذا بعد الخطوات السابقة له؛ ويساعدك مكتب الإرشاد.',
	'wrong-stage': 'تغيرت حالة هذا الأمر؛ يرجى النظر إلى آخر حالة له.',
	'not-your-case': 'يتولى الموظفون هذا الأمر؛ يرجى سؤال مكتب الإرشاد.',
	'not-offered': 'لا شيء بانتظار التسلّم.',
	'offered-already': 'يجري نقل هذا الأمر إلى موظف آخر؛ يرجى الانتظار.',
	'owns-already': 'يتولى هذا الموظف الأمر بالفعل.',
	'conflict-of-interest': 'لا يتولى أحد أمرًا يتعلق به شخصيًا.',
	'text-needed': 'يرجى كتابة الموضوع.',
	'days-needed': 'يرجى ذكر عدد الأيام.',
	'too-many-days': 'عدد أيام التمديد أكبر من المسموح به.',
	'extended-already': 'مُدّدت المدة مرة، ولا تُمدَّد ثانية.',
	'delay-unexplained': 'يجب أولًا بيان سبب التأخر.',
	'not-joinable': 'لا يمكن ضم هذين الأمرين.',
	'role-unfit': 'يتولى هذا الأمر موظفون آخرون.',
	'place-unknown': 'لا يوجد مكتب أو جهة بهذا الاسم.',
	'code-unknown': 'لم نجد هذا الرمز؛ يرجى مراجعة الأرقام الاثني عشر على القسيمة.',
	'consent-needed': 'يلزم موافقتك قبل الإرسال؛ يرجى تحديد خانة الموافقة.',
	'phone-invalid': 'رقم الهاتف غير مكتمل؛ يرجى مراجعته.',
	'matter-unknown': 'لم نجد هذا الطلب؛ يرجى مراجعة رقم القبول.',
	'delivery-unknown': 'لم نجد هذه الشحنة.',
	'delivery-exists': 'إرسال النتيجة إليك مسجّل من قبل.',
	'personal-gone': 'حُذفت هذه المعلومات وفقًا للقواعد.',
	'nobody-impartial':
		'لا يوجد في هذه القاعة الآن من يتولى الأمر بحياد. يرجى مخاطبة الجهة الأعلى؛ ويعطيك مكتب الإرشاد العنوان والهاتف.',
	'tell-first': 'يرجى الاطلاع أولًا على موعد الإجابة وطريقة المتابعة.',
	'knowledge-not-public': 'هذا غير منشور.',
	'referral-incomplete': 'يرجى أولًا السؤال عن المكان وكيفية الوصول إليه.',
	'referral-unknown': 'لم نجد بطاقة الإرشاد هذه. يرجى سؤال مكتب الإرشاد.',
	'question-unanswered': 'لم يُجب عن هذا السؤال بعد.',
	'phone-needed': 'يرجى ترك رقم هاتف لنتصل بك، أو اختيار الاطلاع على الإجابة بالرمز.'
};
