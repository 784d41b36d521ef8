import type { VisitorWords } from '../visitor.ts';
import { counted, PERSON, type Counted } from './text.ts';

const MACHINE: Counted = { one: 'جهاز واحد', two: 'جهازان', few: 'أجهزة', many: 'جهازًا', other: 'جهاز' };

export const services: VisitorWords['services'] = {
	title: 'خدمات مجانية',
	state: { working: 'متاحة', busy: 'مزدحمة', 'out-of-order': 'متوقفة' },
	places: ({ count }) => counted(count, MACHINE),
	waiting: ({ count }) => `في الانتظار ${counted(count, PERSON)}`
};
