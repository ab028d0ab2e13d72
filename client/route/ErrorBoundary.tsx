import { Component, type ReactNode } from "react";

export interface ErrorBoundaryProps {
  /** A new value gives the content another chance: one has moved on. */
  resetKey: string;
  children: ReactNode;
  fallback(error: unknown, retry: () => void): ReactNode;
}

interface State {
  failed: { error: unknown } | null;
  resetKey: string;
}

/** Keeps a page that cannot be drawn from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Pick<State, "failed"> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): State | null {
    return props.resetKey === state.resetKey ? null : { failed: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return this.props.fallback(failed.error, () => this.setState({ failed: null }));
  }
}
