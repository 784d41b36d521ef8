import type { Words } from '../zh-CN/index.ts';
import { count } from '../plural.ts';

export const signin: Words['signin'] = {
	title: 'Staff sign-in',
	staffNumber: 'Staff number',
	password: 'Password',
	window: 'Window',
	taken: ({ no }) => `taken by staff number ${no}`,
	noWindow: 'Not at a window',
	signIn: 'Sign in',
	signingIn: 'Signing in',
	linkTitle: 'First sign-in',
	setPassword: 'Set a password',
	newPassword: 'New password',
	repeatPassword: 'Once more',
	passwordRule: ({ atLeast }) => `At least ${count(atLeast, 'character', 'characters')}`,
	passwordsDiffer: 'The two passwords differ',
	signedInAs: ({ no }) => `Signed in, staff number ${no}`
};
