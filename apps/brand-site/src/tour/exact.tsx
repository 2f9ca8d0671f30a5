/** A sentence in which exact words stand between backticks. */
export const Exact = ({ text }: { text: string }) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
