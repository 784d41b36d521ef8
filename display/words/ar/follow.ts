import type { VisitorWords } from '../visitor.ts';
import { ltr, named } from './text.ts';

export const follow: VisitorWords['follow'] = {
	title: 'متابعة الطلب',
	enter: 'اكتب الأرقام الاثني عشر المطبوعة على الإيصال',
	look: 'بحث',
	lookHint: 'الرمز مطبوع على الإيصال، ويمكن أيضًا مسح رمز QR',
	told: 'وصلتنا رسالتك، شكرًا لك',
	toldKeep: 'احفظ الرمز، وتكفي صورة له: به ترى ما تم وما أُجيب به في أي وقت.',
	printing: 'جارٍ طباعة الإيصال، يرجى أخذه',
	paperOut: 'نفد ورق الطابعة: صوّر رمز QR أو اكتب الرمز',
	number: 'الرقم',
	state: 'الحالة',
	opened: 'وقت الاستلام',
	due: 'موعد الإجابة',
	confirmBy: 'يرجى إبلاغنا',
	dueBy: ({ day }) => `قبل ${named(day)}`,
	overdue: 'تأخر الأمر، والمشرف على علم به ويتابعه',
	staff: 'رقم الموظف المسؤول',
	department: 'الجهة',
	desk: 'المكتب',
	joined: 'أُبلغنا بالأمر نفسه من قبل؛ سيُجاب عنهما معًا وتظهر الإجابة هنا.',
	reopened: 'لم تكن راضيًا فأُعيد فتح الأمر.',
	answers: 'الإجابة',
	noAnswer: 'لا توجد إجابة بعد',
	toldWay: {
		page: 'قرأتها في هذه الصفحة',
		call: 'أُبلغت هاتفيًا',
		'in-person': 'أُبلغت شخصيًا',
		letter: 'أُبلغت كتابةً'
	},
	may: 'يمكنك',
	acts: {
		satisfied: 'أنا راضٍ',
		'not-satisfied': 'لست راضيًا، أعيدوا النظر',
		add: 'إضافة توضيح',
		clarified: 'إضافة توضيح',
		withdraw: 'سحب الطلب'
	},
	actDone: {
		satisfied: 'سُجّل رضاك وأُغلق الأمر.',
		'not-satisfied': 'أُعيد فتح الأمر، والموعد الجديد أدناه.',
		add: 'أُضيف التوضيح، وسيراه المسؤول.',
		clarified: 'أُضيف التوضيح، وسيراه المسؤول.',
		withdraw: 'سُحب الطلب.'
	},
	done: 'أُرسل',
	why: 'يرجى بيان ما لم يرضك',
	words: 'ماذا تود أن تضيف؟',
	wordsFree: 'توضيح (اختياري)',
	confirm: 'إرسال',
	ask: 'كيف تسأل',
	askCode: 'بالرمز في هذه الصفحة أو على جهاز الأرقام',
	askDesk: ({ desk }) => `في ${named(desk)}`,
	askPhone: ({ phone }) => `بالهاتف: ${ltr(phone)}`,
	code: 'رمز المتابعة',
	qr: 'رمز QR لهذه الصفحة',
	outcomes: { joined: 'ضُم إلى الأمر نفسه', withdrawn: 'سُحب الطلب' },
	closed: 'مغلق',
	backToKiosk: 'العودة إلى البداية'
};
