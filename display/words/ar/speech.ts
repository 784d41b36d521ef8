import type { VisitorWords } from '../visitor.ts';
import { counted, ltr, type Counted } from './text.ts';

const CHOICE: Counted = { one: 'خيار واحد', two: 'خياران', few: 'خيارات', many: 'خيارًا', other: 'خيار' };
const SIGN: Counted = { one: 'حرف واحد', two: 'حرفان', few: 'حروف', many: 'حرفًا', other: 'حرف' };
const FIGURE: Counted = { one: 'رقم واحد', two: 'رقمان', few: 'أرقام', many: 'رقمًا', other: 'رقم' };

export const speech: VisitorWords['speech'] = {
	on: 'الصوت',
	captions: 'نص ما يُقال',
	began: 'الصوت مشغّل.',
	howKeys: 'سهما الأعلى والأسفل للتنقل، وزر الموافقة للاختيار.',
	howPad:
		'لوحة الأرقام: ثمانية واثنان للتنقل، وخمسة للموافقة، وصفر للإعادة، وسبعة للرجوع، وتسعة لقراءة الصفحة من البداية، وواحد للتوقف، وزائد وناقص لمستوى الصوت، والنقطة لطلب المساعدة.',
	howTyping: 'تُكتب الأرقام مباشرة. النقطة للحذف، والنجمة للتالي، والشرطة المائلة للسابق، وزر الإدخال للموافقة.',
	howForm: 'اكتب في الخانة. سهما الأعلى والأسفل، أو النجمة والشرطة المائلة، للانتقال إلى غيرها.',
	choices: ({ count }) => `في هذه الصفحة ${counted(count, CHOICE)}. اضغط السهم الأسفل لسماعها.`,
	noChoices: 'لا خيارات في هذه الصفحة.',
	item: ({ n, of }) => `${n} من ${of}`,
	roles: {
		button: 'زر',
		link: 'رابط',
		textbox: 'خانة كتابة',
		radio: 'خيار',
		checkbox: 'خانة اختيار',
		choice: 'قائمة',
		more: 'المزيد'
	},
	states: {
		pressed: 'مختار',
		released: 'غير مختار',
		busy: 'جارٍ العمل، يرجى الانتظار',
		disabled: 'غير متاح الآن',
		current: 'الحالي',
		open: 'مفتوح',
		shut: 'مغلق',
		needed: 'مطلوب'
	},
	empty: 'فارغة',
	written: ({ count }) => `كُتب ${counted(count, SIGN)}`,
	covered: ({ count }) => `لا تُقرأ أول ${count}`,
	secret: ({ count }) => `${counted(count, FIGURE)}، لا تُقرأ عبر مكبر الصوت: انظر الإيصال أو صِل سماعة`,
	aloud: 'الصوت الآن عبر مكبر الصوت، ولا يُقرأ ما تكتبه.',
	wrapped: 'عدنا إلى الأول.',
	wrappedBack: 'عند الأخير.',
	chooseFirst: 'اضغط السهم الأسفل أولًا للاختيار.',
	notReady: 'لم يكتمل بعد.',
	paused: 'توقف مؤقتًا. اضغط مرة أخرى للمتابعة.',
	volume: ({ level, of }) => `مستوى الصوت ${level} من ${of}`,
	plugged: 'السماعة موصولة، ولا يسمع غيرك.',
	unplugged: 'نُزعت السماعة، والصوت عبر مكبر الصوت.',
	noVoice: 'الصوت غير متاح الآن. اضغط زر المساعدة ليأتي موظف',
	range: ({ from, to }) => `من ${from} إلى ${to}`,
	missing: 'لم يُملأ، يرجى ملؤه أولًا',
	oClock: ({ hour, minute }) => `الساعة ${ltr(`${hour}:${String(minute).padStart(2, '0')}`)}`,
	figures: 'صِفْر واحِد اِثْنان ثَلاثَة أَرْبَعَة خَمْسَة سِتَّة سَبْعَة ثَمانِيَة تِسْعَة'
};
