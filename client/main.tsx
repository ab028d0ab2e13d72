import "./theme/tokens.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./api/queryClient.ts";
import { App } from "./pages/shell/App.tsx";
import { startEarly } from "./pages/shell/startEarly.ts";
import { applyAppearance, printLight } from "./theme/appearance.ts";

applyAppearance();
printLight();
startEarly();
const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no element #root to draw into");

createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Suspense>
        <App />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
);
