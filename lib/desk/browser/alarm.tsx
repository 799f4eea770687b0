// What went wrong, said aloud by screen readers as soon as it is there.

/** Nothing where there is nothing to say. */
export const Alarm = ({ children }: { readonly children: string | undefined }) =>
  children ? (
    <p className="alarm" role="alert">
      {children}
    </p>
  ) : null
