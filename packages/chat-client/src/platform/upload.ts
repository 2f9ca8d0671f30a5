/** A file somebody chose: a browser's `File`, or in an app whatever knows where it lies. */
export type ChatFile = {
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** React Native's way to name a file of the device. */
  readonly uri?: string;
};

export type UploadRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: ChatFile;
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
};
export type UploadAnswer = { readonly status: number; readonly text: string };

const contentOf = (file: ChatFile): never =>
  (file.uri === undefined ? file : { uri: file.uri, type: file.type, name: file.name }) as never;

/** By XMLHttpRequest, which alone tells how far it is; where there is none, as in Node, by `fetch`. */
export const upload = (request: UploadRequest): Promise<UploadAnswer> =>
  typeof XMLHttpRequest === 'undefined' ? byFetch(request) : byRequest(request);

function byRequest({ url, headers, file, onProgress, signal }: UploadRequest): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Error('The file was not sent.'));
    request.onabort = request.onerror;
    signal.addEventListener('abort', () => request.abort());
    request.send(contentOf(file));
  });
}

async function byFetch({ url, headers, file, onProgress, signal }: UploadRequest): Promise<UploadAnswer> {
  const response = await fetch(url, { method: 'POST', headers, body: contentOf(file), signal });
  onProgress(file.size);
  return { status: response.status, text: await response.text() };
}
