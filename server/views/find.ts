/** What a kiosk needs to find items by itself while somebody types: fetched once for each hall file. */
import type { Text } from '../views.ts';
import type { Material } from './kiosk.ts';

/** A name in one of the ways in which it is asked for. */
export interface FindForm {
	/** plain and without blanks in Chinese; English words with a blank between them */
	text: string;
	/** as it is spoken, a blank between syllables, one for each character; empty for what is not Chinese */
	spoken: string;
}

export interface FindItem {
	code: string;
	/** of the zone, the department and the themes */
	zone: string;
	department: string;
	themes: string[];
	/** its name first, in Chinese and in English, then what else it is called */
	forms: FindForm[];
}

/** Something by which items are sorted, which may be asked for as well: 社保局 finds what it does. */
export interface FindGroup {
	code: string;
	name: Text;
	forms: FindForm[];
}

export interface FindIndex {
	/** changes with the hall file */
	version: string;
	items: FindItem[];
	/** only those that have an item here */
	themes: FindGroup[];
	departments: FindGroup[];
}

/** Something to bring, with where one gets it and where a filled-in sample lies. */
export interface GuideMaterial extends Material {
	where: Text | null;
	sample: Text | null;
}

/** What there is to know of an item, for who is not at the hall. */
export interface ItemGuide {
	zone: { name: Text; place: Text };
	phone: string | null;
	basis: Text;
	note: Text | null;
	online: boolean;
	materials: GuideMaterial[];
	/** address of its page: `http://10.0.0.5:3000/i/passport` */
	link: string;
}
