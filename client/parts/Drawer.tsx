import { Dialog, type DialogProps } from "./Dialog.tsx";

/** A dialog that slides over the right edge: details beside the list they belong to. */
export function Drawer(props: Omit<DialogProps, "place">) {
  return <Dialog {...props} place="side" />;
}
