import type { FollowedKind, VisitorWords } from '../visitor.ts';

type KindWords = VisitorWords['cases']['kinds'][FollowedKind];

const told = {
	'calling-back': 'أُجيب عنه، وسنتصل بك',
	told: 'أُجيب عنه، بانتظار تأكيدك',
	reopened: 'لم ترضَ، وأُعيد فتحه'
};

const after = {
	'called-satisfied': 'اتصلنا، والزائر راضٍ',
	'called-not-satisfied': 'اتصلنا، والزائر غير راضٍ',
	'not-reached': 'تعذر الاتصال',
	unreached: 'تعذر الاتصال عدة مرات',
	satisfied: 'الزائر راضٍ',
	'not-satisfied': 'الزائر غير راضٍ',
	final: 'الجواب النهائي مع بيان الطرق الأخرى',
	'explain-delay': 'بيان سبب التأخر',
	note: 'ملاحظة',
	add: 'أضاف الزائر توضيحًا',
	withdraw: 'سحبه الزائر',
	'withdrawn-by-visitor': 'سحبه الزائر شخصيًا أو هاتفيًا',
	'said-again': 'أعاد الزائر الإبلاغ',
	sorted: 'أُعيد تصنيفه',
	exported: 'صُدّر الملف',
	lapse: 'انتهت المدة بلا اعتراض'
};

const ended = {
	satisfied: 'راضٍ',
	'not-objected': 'لا اعتراض خلال المدة',
	withdrawn: 'سحبه الزائر',
	final: 'جواب نهائي',
	joined: 'ضُم إلى أمر آخر'
};

const asked: Omit<KindWords, 'name'> = {
	stages: {
		asked: 'بانتظار الإجابة',
		'asking-back': 'بانتظار توضيحك',
		answered: 'أُجيب عنه، ويمكنك القراءة',
		calling: 'أُجيب عنه، وسنتصل بك',
		referred: 'أُرشدت إلى الجهة، ويمكنك القراءة',
		'calling-referred': 'أُرشدت إلى الجهة، وسنتصل بك'
	},
	acts: {
		answer: 'الإجابة',
		'cannot-answer': 'لا يمكننا الإجابة، وأرشدناك إلى الجهة',
		'ask-back': 'طلب توضيح',
		clarified: 'وضّح الزائر',
		'not-ours': 'ليس من اختصاص الجهة',
		note: 'ملاحظة',
		add: 'إضافة',
		withdraw: 'لم تعد الإجابة مطلوبة',
		'tell-in-person': 'أُبلغ شخصيًا',
		shown: 'نُشرت في صفحة المتابعة',
		'called-back': 'أُبلغ هاتفيًا',
		'not-reached': 'تعذر الاتصال',
		unreached: 'تعذر الاتصال عدة مرات وأُغلق',
		satisfied: 'راضٍ',
		'not-satisfied': 'غير راضٍ، يطلب إجابة أخرى'
	},
	outcomes: {
		answered: 'أُجيب عنه',
		referred: 'أُرشد إلى الجهة',
		unreachable: 'تعذر الاتصال عدة مرات',
		withdrawn: 'لم يعد الزائر بحاجة'
	}
};

const kinds: Record<FollowedKind, KindWords> = {
	praise: {
		name: 'ثناء',
		stages: { received: 'استُلم' },
		acts: { thank: 'شكر', 'passed-on': 'أُبلغ صاحبه', note: 'ملاحظة', lapse: 'حُفظ بانتهاء المدة' },
		outcomes: { thanked: 'شُكر الزائر', 'passed-on': 'أُبلغ صاحبه', recorded: 'حُفظ' }
	},
	complaint: {
		name: 'شكوى',
		stages: {
			taken: 'قُبلت، بانتظار الرد الأول',
			looking: 'قيد التحقق',
			complex: 'الأمر معقد، قيد التحقق',
			...told
		},
		acts: {
			look: 'الرد الأول وبدء التحقق',
			'answer-justified': 'الشكوى صحيحة: اعتذار وإجابة',
			'answer-explained': 'توضيح وإجابة',
			complex: 'الأمر معقد، أُبلغ بالموعد الجديد',
			'to-petition': 'حُوّلت إلى عريضة',
			...after
		},
		outcomes: { ...ended, petition: 'حُوّلت إلى عريضة' }
	},
	unsolved: {
		name: 'أمر لم يُنجز',
		stages: {
			registered: 'سُجّل، والرد في اليوم نفسه',
			working: 'قيد الإنجاز',
			joint: 'قيد التشاور المشترك',
			complex: 'الأمر معقد، قيد الإنجاز',
			...told
		},
		acts: {
			feedback: 'رد اليوم نفسه',
			solved: 'أُنجز، مع الإجابة',
			'not-possible': 'لا يجوز قانونًا، مع التوضيح',
			joint: 'طُلب التشاور المشترك',
			complex: 'الأمر معقد، أُبلغ بالموعد الجديد',
			'outside-court': 'خارج الاختصاص: قضاء أو تحكيم',
			'outside-petition': 'خارج الاختصاص: عريضة',
			'outside-dispute': 'خارج الاختصاص: نزاع مدني',
			'outside-decided': 'خارج الاختصاص: صدر فيه قرار نهائي',
			'outside-secret': 'خارج الاختصاص: سرية',
			'outside-elsewhere': 'خارج الاختصاص: من شأن جهة أخرى',
			...after
		},
		outcomes: {
			...ended,
			'outside-court': 'أُرشد إلى القضاء أو التحكيم',
			'outside-petition': 'أُرشد إلى طريق العرائض',
			'outside-dispute': 'أُرشد إلى تسوية النزاعات',
			'outside-decided': 'صدر فيه قرار نهائي',
			'outside-secret': 'سري، وأُبلغ بذلك',
			'outside-elsewhere': 'أُرشد إلى الجهة المختصة'
		}
	},
	petition: {
		name: 'عريضة',
		stages: {
			registered: 'سُجّلت، بانتظار المعالجة',
			'handed-in': 'أُحيلت إلى الجهة المسؤولة، بانتظار التأكيد',
			examining: 'بانتظار قرار القبول',
			handling: 'قُبلت، قيد المعالجة',
			extending: 'بانتظار الموافقة على التمديد',
			'handling-longer': 'قيد المعالجة',
			decided: 'صدر الرأي',
			review: 'قيد المراجعة',
			'review-decided': 'صدر رأي المراجعة',
			recheck: 'قيد إعادة المراجعة',
			'recheck-decided': 'صدر رأي إعادة المراجعة'
		},
		acts: {
			'hand-in': 'أُحيلت إلى الجهة المسؤولة',
			objected: 'اعترضت الجهة المسؤولة',
			accept: 'أُبلغ بالقبول',
			'sent-on': 'أُرسلت إلى الجهة المختصة وأُبلغ بذلك',
			'not-accepted': 'أُبلغ بعدم القبول',
			decide: 'صدر الرأي',
			'ask-extension': 'طُلب التمديد',
			extend: 'وُوفق على التمديد',
			'refuse-extension': 'رُفض التمديد',
			'ask-review': 'طُلبت المراجعة',
			'review-decide': 'صدر رأي المراجعة',
			'ask-recheck': 'طُلبت إعادة المراجعة',
			'recheck-decide': 'صدر رأي إعادة المراجعة',
			'explain-delay': 'بيان سبب التأخر',
			note: 'ملاحظة',
			add: 'أضاف الزائر توضيحًا',
			withdraw: 'سحبها الزائر',
			exported: 'صُدّر الملف',
			lapse: 'انتهت المدة'
		},
		outcomes: {
			'sent-on': 'أُرسلت إلى الجهة المختصة',
			'not-accepted': 'لم تُقبل',
			withdrawn: 'سحبها الزائر',
			final: 'انتهت',
			joined: 'ضُمت إلى أمر آخر'
		}
	},
	question: { name: 'سؤال بانتظار الإجابة', ...asked },
	message: { name: 'رسالة', ...asked }
};

export const cases: VisitorWords['cases'] = { kinds };
