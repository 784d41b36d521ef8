/** The marks between words: `windows.join(marks.list)`. */
export const marks = {
	/** between the things of a list */
	list: '、',
	/** between the parts of a longer list */
	parts: '；',
	colon: '：',
	/** between two parts of a sentence */
	comma: '，',
	/** between two sentences */
	sentence: '',
	/** between a near day and its date */
	near: ' '
};
