/** A question in the form in which it is compared: small letters, half width, marks and blanks between its parts. */
export function partsOf(question: string): string[] {
	const folded = question.normalize('NFKC').toLowerCase().slice(0, LONGEST);
	return folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}

/** Nobody names an item by more. */
const LONGEST = 60;

/** Sounds that many do not tell apart: zh/z, ch/c, sh/s, n/l, in/ing, en/eng, an/ang. Both sides of a comparison are folded. */
export function foldedSound(letters: string): string {
	return letters
		.replaceAll(/([zcs])h/g, '$1')
		.replaceAll('ng', 'n')
		.replaceAll('l', 'n')
		.replaceAll('v', 'u');
}

export function isHan(char: string): boolean {
	return /^\p{Script=Han}/u.test(char);
}

const FILLERS =
	/请问|麻烦|咨询|我想要|我想|我要|想要|怎么办理|如何办理|办理|怎么办|怎么|如何|在哪里|哪里|在哪|需要|什么|哪些|材料|一下|可以|手续|的|吗|呢|了/gu;

/** The matter of a Chinese sentence, without words that only ask; the question itself where nothing else is in it. */
export function matterOf(question: string): string {
	const bare = question.replaceAll(FILLERS, ' ').trim();
	return bare === '' ? question : bare;
}

/** English words as they are compared: `cards` as `card`, `renewing` as `renew`. */
export function stem(word: string): string {
	const bare = word.replace(/ies$/, 'y').replace(/(ments?|ations?|ing|als?|ed|s)$/, '');
	return bare.length >= 3 ? bare.replace(/e$/, '') : word;
}
