/**
 * How the server's Node is started. What a request leaves behind dies young: a small nursery keeps the process under
 * 200 MB on a big day, where V8's default lets it grow by three times that before it looks.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=4'];
