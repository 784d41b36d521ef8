import type { VisitorWords } from '../visitor.ts';
import { counted, type Counted } from './text.ts';

const THING: Counted = { one: 'شيء واحد', two: 'شيئان', few: 'أشياء', many: 'شيئًا', other: 'شيء' };

export const ease: VisitorWords['ease'] = {
	elder: 'كبير وبسيط',
	title: 'الخط والصوت',
	size: 'حجم الخط',
	sizes: ['عادي', 'كبير', 'أكبر', 'الأكبر'],
	smaller: 'أصغر',
	larger: 'أكبر',
	contrast: 'الألوان',
	contrasts: { normal: 'عادي', high: 'تباين عالٍ' },
	reach: 'موضع الأزرار',
	whole: 'الشاشة كلها',
	low: 'الجزء السفلي',
	spoken: 'القراءة بالصوت',
	spokenOff: 'إيقاف',
	spokenOn: 'تشغيل',
	volume: 'مستوى الصوت',
	volumeIs: ({ step }) => `${step} من 5`,
	softer: 'أخفض',
	louder: 'أعلى',
	plain: 'العودة إلى العادي',
	done: 'تم',
	bring: 'ما يجب إحضاره',
	things: ({ count }) => counted(count, THING),
	terms: 'الرسوم والمدة',
	read: 'قرأت ذلك، رجوع'
};
