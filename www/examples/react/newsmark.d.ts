// What JSX is told of the element: its own properties, and the events that are listened to.
import type { ReactNode, Ref } from "react";
import type { NewsmarkArticle, ResultEvent } from "newsmark/elements";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "newsmark-article": Partial<Omit<NewsmarkArticle, "children" | "style">> & {
        ref?: Ref<NewsmarkArticle>;
        children?: ReactNode;
        "onnewsmark-result"?: (event: ResultEvent) => void;
      };
    }
  }
}
