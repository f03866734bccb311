import { noChange } from "lit-html";
import { Directive, directive, type ElementPart } from "lit-html/directive.js";

type Vars = Readonly<Record<`--${string}`, string | undefined>>;

/** Sets CSS variables through the object model; a `style` attribute is what the page's security policy forbids. */
class CssVars extends Directive {
  render(_vars: Vars): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [vars]: [Vars]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(vars)) {
      if (value === undefined) style.removeProperty(name);
      else style.setProperty(name, value);
    }
    return noChange;
  }
}

export const cssVars = directive(CssVars);

/** Discord writes colours as numbers. */
export function hexColor(color: number | null | undefined): string | undefined {
  return color === null || color === undefined ? undefined : `#${color.toString(16).padStart(6, "0")}`;
}
