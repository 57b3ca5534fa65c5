// How a command ends: its exit codes, and the class for an end that was foreseen.

/** What a shell script sees; `averment --help` explains them in these words. */
export const endings = {
  done: { code: 0, meaning: 'everything was done' },
  refused: {
    code: 1,
    meaning: 'something was refused, could not be written or was found wrong; the rest was done',
  },
  usage: { code: 2, meaning: 'the command is not used as it should be; nothing was done' },
  service: { code: 3, meaning: 'the service cannot be reached or refused the request' },
} as const

export type Ending = keyof typeof endings

/** Ends the command with one clear message and no stack. */
export class Stop extends Error {
  readonly ending: Ending

  constructor(ending: Ending, message: string) {
    super(message)
    this.name = 'Stop'
    this.ending = ending
  }
}

/** What a failed call of the system comes to, in words: "there is no such file", and the like. */
export function inWords(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code === undefined ? undefined : WORDS[code]) ?? message
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened by you',
  EPERM: 'it may not be changed by you',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'it is there already',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  EROFS: 'the disk can only be read',
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_SOCKET: 'the connection was cut',
}
